#include "PageOutput.h"

#include <UTF.h>

#include "GlyphBox.h"

/// More lines than this belong to a drawing.
static const size_t mostLines = 200'000;
/// What is thicker is a bar, not a rule.
static const double thickestRule = 4;

void PageOutput::describe(cpoppler_page &page) const
{
  page.width = width;
  page.height = height;
  page.glyphs = glyphs.data();
  page.glyph_count = glyphs.size();
  page.text = text.data();
  page.text_count = text.size();
  page.lines = lines.data();
  page.line_count = lines.size();
  page.pictures = pictures;
  const double area = width * height;
  page.picture_share = area > 0 ? std::min(1.0, pictureArea / area) : 0;
  page.shapes = shapes;
  page.is_overfull = overfull;
}

void PageOutput::startPage(int, GfxState *state, XRef *)
{
  width = state->getPageWidth();
  height = state->getPageHeight();
}

// MARK: Clips and groups

void PageOutput::saveState(GfxState *)
{
  savedClips.push_back(isClipRagged);
}

void PageOutput::restoreState(GfxState *)
{
  if (!savedClips.empty()) {
    isClipRagged = savedClips.back();
    savedClips.pop_back();
  }
}

void PageOutput::clip(GfxState *state)
{
  noteClip(state);
}

void PageOutput::eoClip(GfxState *state)
{
  noteClip(state);
}

void PageOutput::clipToStrokePath(GfxState *)
{
  isClipRagged = true;
}

void PageOutput::noteClip(GfxState *state)
{
  Rectangle box;
  const GfxPath *path = state->getPath();
  if (path->getNumSubpaths() != 1 || !rectangleOf(state, path->getSubpath(0), box)) {
    isClipRagged = true;
  }
}

void PageOutput::beginTransparencyGroup(GfxState *, const double *, GfxColorSpace *, bool, bool, bool forSoftMask)
{
  groups.push_back(forSoftMask);
  softMaskDepth += forSoftMask ? 1 : 0;
}

void PageOutput::endTransparencyGroup(GfxState *)
{
  if (!groups.empty()) {
    softMaskDepth -= groups.back() ? 1 : 0;
    groups.pop_back();
  }
}

// MARK: Text

void PageOutput::drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY,
                          CharCode code, int nBytes, const Unicode *u, int uLen)
{
  // 3 and 7 paint nothing: the hidden text of a scan (ISO 32000-1, 9.3.6).
  const int mode = state->getRender();
  const bool isPainted = mode == 1 ? state->getStrokeOpacity() > 0 : mode != 3 && mode != 7 && state->getFillOpacity() > 0;
  if (!isPainted || isInSoftMask()) {
    return;
  }
  if (glyphs.size() >= mostGlyphs) {
    overfull = true;
    return;
  }
  GlyphBox glyph(state, x - originX, y - originY, dx, dy, code, nBytes);
  if (!glyph.isUpright() || !glyph.area.isSane()) {
    return;
  }
  const double middleX = (glyph.area.left + glyph.area.right) / 2;
  const double middleY = (glyph.area.top + glyph.area.bottom) / 2;
  const Rectangle page = { 0, 0, width, height };
  if (!page.holds(middleX, middleY) || !Rectangle::clipOf(state).grown(1).holds(middleX, middleY)) {
    return;
  }
  const uint32_t count = u && uLen > 0 ? std::min(uLen, 16) : 0;
  glyphs.push_back({ glyph.area.left, glyph.area.top, glyph.area.right, glyph.area.bottom, (uint32_t)text.size(), count,
                     glyph.turn });
  text.insert(text.end(), u, u + count);
}

void PageOutput::beginActualText(GfxState *, const GooString *string)
{
  actualTextDepth++;
  if (actualTextDepth > 1) {
    return;
  }
  actualTextStart = glyphs.size();
  actualText.clear();
  Unicode *units = nullptr;
  const int count = TextStringToUCS4(string->toStr(), &units);
  if (units) {
    actualText.assign(units, units + std::min(count, 64));
    gfree(units);
  }
}

/// Says what the glyphs stand for, if they are one character for each or can be taken as one: a passage over several
/// lines keeps its own text.
void PageOutput::endActualText(GfxState *)
{
  if (actualTextDepth == 0 || --actualTextDepth > 0 || actualText.empty() || actualTextStart >= glyphs.size()) {
    return;
  }
  const size_t count = glyphs.size() - actualTextStart;
  if (count == actualText.size()) {
    for (size_t i = 0; i < count; i++) {
      cpoppler_glyph &glyph = glyphs[actualTextStart + i];
      glyph.text = (uint32_t)text.size();
      glyph.text_count = 1;
      text.push_back(actualText[i]);
    }
    return;
  }
  cpoppler_glyph whole = glyphs[actualTextStart];
  const double height = whole.bottom - whole.top;
  const double width = whole.right - whole.left;
  for (size_t i = actualTextStart + 1; i < glyphs.size(); i++) {
    const cpoppler_glyph &glyph = glyphs[i];
    whole.left = std::min(whole.left, glyph.left);
    whole.top = std::min(whole.top, glyph.top);
    whole.right = std::max(whole.right, glyph.right);
    whole.bottom = std::max(whole.bottom, glyph.bottom);
  }
  const bool isOneLine = whole.bottom - whole.top < height * 1.6 || whole.right - whole.left < width * 1.6;
  if (!isOneLine || actualText.size() > 8 || count > 8) {
    return;
  }
  whole.text = (uint32_t)text.size();
  whole.text_count = (uint32_t)actualText.size();
  text.insert(text.end(), actualText.begin(), actualText.end());
  glyphs.resize(actualTextStart);
  glyphs.push_back(whole);
}

// MARK: Lines

void PageOutput::addRule(const Rectangle &area, const Rectangle &clip)
{
  const Rectangle seen = area.cut(clip.grown(1));
  if (!seen.isSane() || lines.size() >= mostLines) {
    return;
  }
  if (seen.height() <= thickestRule && seen.width() > seen.height()) {
    lines.push_back({ (seen.top + seen.bottom) / 2, seen.left, seen.right, false });
  } else if (seen.width() <= thickestRule && seen.height() > seen.width()) {
    lines.push_back({ (seen.left + seen.right) / 2, seen.top, seen.bottom, true });
  }
}

void PageOutput::stroke(GfxState *state)
{
  if (isInSoftMask() || state->getStrokeOpacity() <= 0) {
    return;
  }
  const GfxPath *path = state->getPath();
  const Rectangle clip = Rectangle::clipOf(state);
  const double half = std::max(0.0, state->getTransformedLineWidth() / 2);
  bool hasCurves = false;
  for (int i = 0; i < path->getNumSubpaths(); i++) {
    const GfxSubpath *figure = path->getSubpath(i);
    double fromX = 0, fromY = 0;
    for (int j = 0; j < figure->getNumPoints(); j++) {
      double x, y;
      state->transform(figure->getX(j), figure->getY(j), &x, &y);
      const bool isCurve = j > 0 && (figure->getCurve(j) || figure->getCurve(j - 1));
      hasCurves = hasCurves || isCurve;
      if (j > 0 && !isCurve) {
        const double alongX = std::abs(x - fromX), alongY = std::abs(y - fromY);
        Rectangle area = Rectangle::at(fromX, fromY);
        area.include(x, y);
        if (alongY <= 0.5 || alongY < alongX / 100) {
          addRule({ area.left, area.top - half, area.right, area.bottom + half }, clip);
        } else if (alongX <= 0.5 || alongX < alongY / 100) {
          addRule({ area.left - half, area.top, area.right + half, area.bottom }, clip);
        }
      }
      fromX = x;
      fromY = y;
    }
  }
  shapes += hasCurves ? 1 : 0;
}

void PageOutput::fill(GfxState *state)
{
  fillPath(state);
}

void PageOutput::eoFill(GfxState *state)
{
  fillPath(state);
}

void PageOutput::fillPath(GfxState *state)
{
  if (isInSoftMask() || state->getFillOpacity() <= 0) {
    return;
  }
  const GfxPath *path = state->getPath();
  const Rectangle clip = Rectangle::clipOf(state);
  const int count = path->getNumSubpaths();
  if (count == 2) {
    // A frame: one rectangle closely inside another.
    Rectangle outer, inner;
    if (rectangleOf(state, path->getSubpath(0), outer) && rectangleOf(state, path->getSubpath(1), inner)) {
      if (inner.width() > outer.width()) {
        std::swap(inner, outer);
      }
      if (inner.cut(outer).width() == inner.width() && inner.cut(outer).height() == inner.height()) {
        addRule({ outer.left, outer.top, inner.left, outer.bottom }, clip);
        addRule({ inner.right, outer.top, outer.right, outer.bottom }, clip);
        addRule({ outer.left, outer.top, outer.right, inner.top }, clip);
        addRule({ outer.left, inner.bottom, outer.right, outer.bottom }, clip);
        return;
      }
    }
  }
  bool hasOther = false;
  for (int i = 0; i < count; i++) {
    Rectangle box;
    if (!rectangleOf(state, path->getSubpath(i), box)) {
      hasOther = true;
      continue;
    }
    addRule(box, clip);
    if (count == 1) {
      paintOver(state, box);
    }
  }
  shapes += hasOther ? 1 : 0;
}

// MARK: Pictures

/// Takes away the glyphs that an opaque area hides: text under the picture of a scan, or what an editor has painted
/// white before writing something else there.
void PageOutput::paintOver(GfxState *state, const Rectangle &area)
{
  const bool isOpaque = state->getFillOpacity() >= 1 && state->getBlendMode() == gfxBlendNormal && groups.empty();
  const Rectangle seen = area.cut(Rectangle::clipOf(state));
  const double smallest = 3;
  if (!isOpaque || isClipRagged || !seen.isSane() || seen.width() < smallest || seen.height() < smallest
      || actualTextDepth > 0 || glyphs.size() > paintOverBudget) {
    return;
  }
  paintOverBudget -= glyphs.size();
  auto isHidden = [&](const cpoppler_glyph &glyph) {
    return seen.holds((glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2);
  };
  glyphs.erase(std::remove_if(glyphs.begin(), glyphs.end(), isHidden), glyphs.end());
}

void PageOutput::addPicture(GfxState *state, bool isOpaque)
{
  if (isInSoftMask()) {
    return;
  }
  // A picture is painted on the unit square (ISO 32000-1, 8.9.4).
  const double *ctm = state->getCTM();
  Rectangle area = Rectangle::at(ctm[4], ctm[5]);
  area.include(ctm[4] + ctm[0], ctm[5] + ctm[1]);
  area.include(ctm[4] + ctm[2], ctm[5] + ctm[3]);
  area.include(ctm[4] + ctm[0] + ctm[2], ctm[5] + ctm[1] + ctm[3]);
  const Rectangle seen = area.cut(Rectangle::clipOf(state));
  if (!seen.isSane() || (seen.width() <= 0 && seen.height() <= 0)) {
    return;
  }
  if (seen.width() <= thickestRule || seen.height() <= thickestRule) {
    addRule(area, Rectangle::clipOf(state));
    return;
  }
  pictures++;
  pictureArea += seen.width() * seen.height();
  const bool isStraight = (ctm[1] == 0 && ctm[2] == 0) || (ctm[0] == 0 && ctm[3] == 0);
  if (isOpaque && isStraight) {
    paintOver(state, area);
  }
}

void PageOutput::drawImageMask(GfxState *state, Object *ref, Stream *stream, int width, int height, bool invert,
                               bool interpolate, bool inlined)
{
  addPicture(state, false);
  // The data of an inlined picture must be read over.
  OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, inlined);
}

void PageOutput::drawImage(GfxState *state, Object *ref, Stream *stream, int width, int height,
                           GfxImageColorMap *colors, bool interpolate, const int *maskColors, bool inlined)
{
  addPicture(state, maskColors == nullptr);
  OutputDev::drawImage(state, ref, stream, width, height, colors, interpolate, maskColors, inlined);
}

void PageOutput::drawMaskedImage(GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int,
                                 int, bool, bool)
{
  addPicture(state, false);
}

void PageOutput::drawSoftMaskedImage(GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *,
                                     int, int, GfxImageColorMap *, bool)
{
  addPicture(state, false);
}
