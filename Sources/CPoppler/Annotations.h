#pragma once

class Gfx;
class Page;

/// Paints the fields of a form, stamps and text boxes that lie on a page as the file shows them. An appearance that the
/// file leaves to the reader is not made up.
void drawAnnotations(Page &page, Gfx &gfx);
