#pragma once

#include <cstdint>

#include <GfxFont.h>
#include <GfxState.h>

#include "Geometry.h"

/// The room that a character takes on the page.
///
/// Above and below the base line it is the same part of the font's size for every font, so that characters of one line
/// have their middles on one level whatever their fonts say of themselves.
struct GlyphBox {
  Rectangle area = { 0, 0, -1, -1 };
  uint8_t turn = 0;

  GlyphBox(const GfxState *state, double x, double y, double dx, double dy, CharCode code, int nBytes);
  /// Whether it stands straight or is turned by quarters.
  bool isUpright() const { return upright; }
  /// Whether it is too small or too narrow to be seen.
  bool isTiny() const { return tiny; }

private:
  bool upright = false;
  bool tiny = false;
};
