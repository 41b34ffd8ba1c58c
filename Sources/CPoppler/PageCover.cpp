#include "PageOutput.h"

/// Lines cut into more pieces belong to a drawing.
static const size_t mostPieces = 200'000;

/// Takes away what a filled area hides, and makes it the ground of what is painted later.
void PageOutput::cover(GfxState *state, const Shape &shape)
{
  const double smallest = 3;
  if (!shape.box.isSane() || shape.box.width() < smallest || shape.box.height() < smallest) {
    return;
  }
  if (state->getFillColorSpace()->getMode() != csPattern) {
    paintOver(state, shape);
  }
  paintGround(state, shape);
}

/// Takes away the glyphs and lines that an opaque area hides: text under the picture of a scan, or what an editor has
/// painted white before writing something else there.
void PageOutput::paintOver(GfxState *state, const Shape &shape)
{
  const bool isOpaque = state->getFillOpacity() >= 1 && state->getBlendMode() == gfxBlendNormal && groups.empty()
      && !isMasked;
  const size_t work = (glyphs.size() + lines.size()) * shape.cost();
  if (!isOpaque || isClipRagged || actualTextDepth > 0 || work > paintOverBudget) {
    return;
  }
  paintOverBudget -= work;
  auto isHidden = [&](const cpoppler_glyph &glyph) {
    return shape.covers({ glyph.left, glyph.top, glyph.right, glyph.bottom });
  };
  glyphs.erase(std::remove_if(glyphs.begin(), glyphs.end(), isHidden), glyphs.end());
  if (shape.isBox()) {
    cutLines(shape.box);
  }
}

/// Leaves of the lines what is outside of an area. Those at its edges are borders of what was filled.
void PageOutput::cutLines(const Rectangle &area)
{
  const double edge = 1;
  std::vector<cpoppler_line> rest;
  auto isCut = [&](cpoppler_line &line) {
    const double low = line.is_vertical ? area.left : area.top, high = line.is_vertical ? area.right : area.bottom;
    const double start = line.is_vertical ? area.top : area.left, end = line.is_vertical ? area.bottom : area.right;
    if (line.position <= low + edge || line.position >= high - edge || line.end <= start || line.start >= end) {
      return false;
    }
    const cpoppler_line before = { line.position, line.start, start, line.is_vertical };
    const cpoppler_line behind = { line.position, end, line.end, line.is_vertical };
    const bool isLeftBefore = before.end - before.start > edge, isLeftBehind = behind.end - behind.start > edge;
    if (isLeftBefore && isLeftBehind) {
      rest.push_back(behind);
    }
    if (isLeftBefore || isLeftBehind) {
      line = isLeftBefore ? before : behind;
      return false;
    }
    return true;
  };
  lines.erase(std::remove_if(lines.begin(), lines.end(), isCut), lines.end());
  if (lines.size() + rest.size() <= mostPieces) {
    lines.insert(lines.end(), rest.begin(), rest.end());
  }
}

void PageOutput::paintGround(GfxState *state, const Shape &shape)
{
  const bool isPlain = state->getFillColorSpace()->getMode() != csPattern && !isMasked
      && state->getBlendMode() == gfxBlendNormal;
  if (isPlain) {
    ground.paint(shape, fillColour(state), state->getFillOpacity() * groupOpacity);
  } else {
    ground.paint(shape);
  }
}

/// A pattern or shading fills what the clip leaves.
bool PageOutput::paintedPattern(GfxState *state)
{
  if (!isInSoftMask() && watermarkDepth == 0) {
    ground.paint(Shape(Rectangle::clipOf(state)));
  }
  return true;
}
