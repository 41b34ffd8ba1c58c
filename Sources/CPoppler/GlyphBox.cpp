#include "GlyphBox.h"

/// The part of an ideograph's square that is above the base line, and below it, in most fonts.
static const double above = 0.88, below = 0.12;

/// The height of a font's characters in text space, for a size of one. Type 3 fonts have units of their own, in which
/// the box of the font tells their height; some have none, and only the width of the character is left to go by.
static double height(const GfxFont *font, double advance)
{
  if (!font || font->getType() != fontType3) {
    return 1;
  }
  const double *matrix = font->getFontMatrix();
  const double *box = font->getFontBBox();
  const double tall = std::abs((box[3] - box[1]) * (matrix[3] != 0 ? matrix[3] : matrix[1]));
  const double wide = std::abs(advance);
  return tall > wide / 4 && tall < wide * 8 ? tall : wide > 0 ? wide * 1.5 : 1;
}

GlyphBox::GlyphBox(const GfxState *state, double x, double y, double dx, double dy, CharCode code, int nBytes)
{
  const GfxFont *font = state->getFont().get();
  const double size = state->getFontSize();
  const double *text = state->getTextMat();
  const double stretch = std::hypot(text[0], text[1]) * size;
  const double advance = stretch > 0 ? std::hypot(dx, dy) / stretch : 0;
  const bool isVertical = font && font->getWMode() == 1;
  // The advance holds the space after the character, which is no part of it (ISO 32000-1, 9.4.4).
  double space = state->getCharSpace();
  if (nBytes == 1 && code == 0x20) {
    space += state->getWordSpace();
  }
  double spaceX, spaceY;
  if (isVertical) {
    state->textTransformDelta(size * state->getHorizScaling(), 0, &dx, &dy);
  } else {
    state->textTransformDelta(space * state->getHorizScaling(), 0, &spaceX, &spaceY);
    dx -= spaceX;
    dy -= spaceY;
  }
  double originX, originY, alongX, alongY, upX, upY;
  state->transform(x, y, &originX, &originY);
  state->transformDelta(dx, dy, &alongX, &alongY);
  state->textTransformDelta(0, size * height(font, advance), &dx, &dy);
  state->transformDelta(dx, dy, &upX, &upY);
  // In points. A Type 3 font may have any width for a size.
  const double smallest = 1;
  double wideX = smallest, wideY = 0;
  if (!font || font->getType() != fontType3) {
    state->textTransformDelta(size * state->getHorizScaling(), 0, &dx, &dy);
    state->transformDelta(dx, dy, &wideX, &wideY);
  }
  tiny = std::hypot(upX, upY) < smallest || std::hypot(wideX, wideY) < smallest;

  area = Rectangle::at(originX - below * upX, originY - below * upY);
  area.include(originX + above * upX, originY + above * upY);
  area.include(originX - below * upX + alongX, originY - below * upY + alongY);
  area.include(originX + above * upX + alongX, originY + above * upY + alongY);

  // Slanted letters lean to the side; that their feet stand on a line along an axis is what counts.
  const double lean = 0.1;
  const double length = std::hypot(alongX, alongY);
  if (length < 1e-6) {
    // No width: the line is taken from what is up.
    alongX = -upY;
    alongY = upX;
  }
  if (std::abs(alongY) <= lean * std::abs(alongX)) {
    turn = upY <= 0 ? 0 : 2;
    upright = true;
  } else if (std::abs(alongX) <= lean * std::abs(alongY)) {
    turn = upX >= 0 ? 1 : 3;
    upright = true;
  }
}
