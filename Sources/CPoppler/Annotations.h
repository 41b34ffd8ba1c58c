#pragma once

class Gfx;
class Page;
class PageOutput;

/// Paints the fields of a form, stamps and text boxes that lie on a page as the file shows them. Of fields whose
/// appearance the file leaves to the viewer the value is noted where it would stand.
void drawAnnotations(Page &page, Gfx &gfx, PageOutput &output);
