#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// What is painted on the pages of a PDF, as a plain C interface to poppler's core. Points (1/72 inch) from the top left
// corner of the page as it is looked at, y downwards. Nothing here throws, prints or ends the process; a process that
// runs out of memory is ended by poppler itself.

/// The version of poppler that was compiled against, such as "22.12.0".
const char *cpoppler_version(void);

/// Prepares poppler for the process: once, before files can no longer be opened. Later calls do nothing.
///
/// Returns whether the CMaps of Chinese fonts are installed, which text in fonts that are not embedded is read with.
/// They are opened, for reading only, when a document needs them.
bool cpoppler_prepare(void);

typedef struct cpoppler_document cpoppler_document;

typedef enum {
  CPOPPLER_OPENED,
  CPOPPLER_BROKEN,
  /// It cannot be read without a password. Files whose password for reading is empty are opened.
  CPOPPLER_ENCRYPTED,
} cpoppler_opening;

/// Opens a document. The bytes stay the caller's and must outlive it. `NULL` unless it was opened.
cpoppler_document *cpoppler_open(const uint8_t *bytes, size_t count, cpoppler_opening *opening);
void cpoppler_close(cpoppler_document *document);

/// As many as the document claims to have: one or more.
int cpoppler_page_count(cpoppler_document *document);

/// The author by the document's properties: bytes, as they stand in the file. Valid as long as the document is.
const uint8_t *cpoppler_author(cpoppler_document *document, size_t *count);

/// What the document is called, in the same way.
const uint8_t *cpoppler_title(cpoppler_document *document, size_t *count);

/// A painted character, or several that one drawing stands for.
typedef struct {
  double left, top, right, bottom;
  /// Where its text begins in the page's `text`, and how many code points it has. None: the font does not tell.
  uint32_t text, text_count;
  /// How far it is turned clockwise, in quarters: 0 to 3.
  uint8_t turn;
  /// So light on its ground that it may be a watermark.
  bool is_pale;
} cpoppler_glyph;

/// A line along an axis.
typedef struct {
  double position, start, end;
  bool is_vertical;
} cpoppler_line;

/// What is seen on a page. The arrays are valid until the next page is read or the document is closed.
typedef struct {
  double width, height;
  const cpoppler_glyph *glyphs;
  size_t glyph_count;
  const uint32_t *text;
  size_t text_count;
  const cpoppler_line *lines;
  size_t line_count;
  size_t pictures;
  /// The part of the page that pictures take, 0 to 1.
  double picture_share;
  /// Shapes with curves: what text becomes when it is turned into outlines.
  size_t shapes;
  /// There are more glyphs than were allowed; the rest was not looked at.
  bool is_overfull;
} cpoppler_page;

/// Reads a page, counted from one. Left out: what is invisible, has the colour of its ground, is outside the page, clipped
/// away or painted over, layers that are switched off, watermarks that say so, and slanted text.
///
/// Returns whether there is such a page.
bool cpoppler_read_page(cpoppler_document *document, int number, size_t most_glyphs, cpoppler_page *page);

#ifdef __cplusplus
}
#endif
