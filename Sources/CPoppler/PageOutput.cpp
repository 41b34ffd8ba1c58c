#include "PageOutput.h"

#include <cstring>

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

// MARK: Colours

void PageOutput::updateFillColor(GfxState *)
{
  isFillKnown = false;
}

void PageOutput::updateFillColorSpace(GfxState *)
{
  isFillKnown = false;
}

/// The colour that is filled with; black for a pattern.
const GfxRGB &PageOutput::fillColour(GfxState *state)
{
  if (!isFillKnown) {
    filling = { 0, 0, 0 };
    if (state->getFillColorSpace()->getMode() != csPattern) {
      state->getFillRGB(&filling);
    }
    isFillKnown = true;
  }
  return filling;
}

/// How much a colour stands out from its ground at a place, from 0 to 1.
double PageOutput::contrast(const GfxRGB &colour, double opacity, double x, double y)
{
  // Nearly all ink is dark, and most grounds are light.
  const bool isOnLight = luminance(colour) < 0.5 && !ground.hasDark();
  const GfxRGB *below = isOnLight ? &Ground::paper : ground.at(x, y);
  return (below ? difference(colour, *below) : 1) * opacity * groupOpacity;
}

/// How much a text stands out, by what its rendering mode paints of it (ISO 32000-1, 9.3.6): 3 and 7 paint nothing, as
/// the hidden text of a scan. Text in a pattern comes as 5 or 7, to clip what paints the pattern.
double PageOutput::textContrast(GfxState *state, double x, double y)
{
  const int mode = state->getRender();
  const bool isPattern = state->getFillColorSpace()->getMode() == csPattern;
  const bool isFilled = mode == 0 || mode == 2 || mode == 4 || mode == 6;
  const bool isStroked = mode == 1 || mode == 2 || mode == 5 || mode == 6;
  double most = 0;
  if (isPattern && (isFilled || mode == 5 || mode == 7)) {
    most = state->getFillOpacity() * groupOpacity;
  } else if (isFilled) {
    most = contrast(fillColour(state), state->getFillOpacity(), x, y);
  }
  if (isStroked) {
    GfxRGB colour = { 0, 0, 0 };
    if (state->getStrokeColorSpace()->getMode() != csPattern) {
      state->getStrokeRGB(&colour);
    }
    most = std::max(most, contrast(colour, state->getStrokeOpacity(), x, y));
  }
  return most;
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

// MARK: Marked passages

void PageOutput::beginMarkedContent(const char *name, Dict *properties)
{
  bool isWatermark = false;
  if (name && properties && !strcmp(name, "Artifact")) {
    const Object kind = properties->lookup("Subtype");
    isWatermark = kind.isName("Watermark");
  }
  passages.push_back({ saved.size(), isWatermark });
  watermarkDepth += isWatermark ? 1 : 0;
}

/// Ends are told of passages whose beginning is not, such as those of a layer: where they lie inside of one that is
/// known, they mostly stand deeper inside the states saved.
void PageOutput::endMarkedContent(GfxState *)
{
  if (!passages.empty() && passages.back().depth == saved.size()) {
    endPassage();
  }
}

void PageOutput::endPassage()
{
  watermarkDepth -= passages.back().isWatermark ? 1 : 0;
  passages.pop_back();
}

// MARK: Clips and groups

void PageOutput::saveState(GfxState *state)
{
  saved.push_back({ isClipRagged, isMasked, state->getFillOpacity() });
}

void PageOutput::restoreState(GfxState *)
{
  isFillKnown = false;
  if (!saved.empty()) {
    isClipRagged = saved.back().isClipRagged;
    isMasked = saved.back().isMasked;
    saved.pop_back();
  }
  while (!passages.empty() && passages.back().depth > saved.size()) {
    endPassage();
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

/// The group as a whole has the opacity that was in force before it (ISO 32000-1, 11.6.6); inside it is 1.
void PageOutput::beginTransparencyGroup(GfxState *, const double *, GfxColorSpace *, bool, bool, bool forSoftMask)
{
  groups.push_back({ forSoftMask, groupOpacity });
  softMaskDepth += forSoftMask ? 1 : 0;
  groupOpacity *= saved.empty() ? 1 : saved.back().opacity;
}

void PageOutput::endTransparencyGroup(GfxState *)
{
  if (!groups.empty()) {
    softMaskDepth -= groups.back().forSoftMask ? 1 : 0;
    groupOpacity = groups.back().opacityAround;
    groups.pop_back();
  }
}

void PageOutput::setSoftMask(GfxState *, const double *, bool, Function *, GfxColor *)
{
  isMasked = true;
}

void PageOutput::clearSoftMask(GfxState *)
{
  isMasked = false;
}

// MARK: Text

void PageOutput::drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY,
                          CharCode code, int nBytes, const Unicode *u, int uLen)
{
  if (state->getRender() == 3 || isInSoftMask() || watermarkDepth > 0) {
    return;
  }
  if (glyphs.size() >= mostGlyphs) {
    overfull = true;
    return;
  }
  GlyphBox glyph(state, x - originX, y - originY, dx, dy, code, nBytes);
  if (!glyph.isUpright() || glyph.isTiny() || !glyph.area.isSane()) {
    return;
  }
  const double middleX = (glyph.area.left + glyph.area.right) / 2;
  const double middleY = (glyph.area.top + glyph.area.bottom) / 2;
  const Rectangle page = { 0, 0, width, height };
  if (!page.holds(middleX, middleY) || !Rectangle::clipOf(state).grown(1).holds(middleX, middleY)) {
    return;
  }
  const double contrast = textContrast(state, middleX, middleY);
  if (contrast <= unseen) {
    return;
  }
  const uint32_t count = u && uLen > 0 ? std::min(uLen, 16) : 0;
  glyphs.push_back({ glyph.area.left, glyph.area.top, glyph.area.right, glyph.area.bottom, (uint32_t)text.size(), count,
                     glyph.turn, contrast < pale });
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

void PageOutput::addCharacter(const Rectangle &area, uint32_t character)
{
  const Rectangle page = { 0, 0, width, height };
  if (glyphs.size() < mostGlyphs && page.holds((area.left + area.right) / 2, (area.top + area.bottom) / 2)) {
    glyphs.push_back({ area.left, area.top, area.right, area.bottom, (uint32_t)text.size(), 1, 0, false });
    text.push_back(character);
  }
}

// MARK: Lines

void PageOutput::addLine(const cpoppler_line &line)
{
  if (lines.size() < mostLines) {
    lines.push_back(line);
  }
}

void PageOutput::addRule(const Rectangle &area, const Rectangle &clip)
{
  if (isRemarking) {
    return;
  }
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
  if (isInSoftMask() || watermarkDepth > 0) {
    return;
  }
  GfxRGB colour = { 0, 0, 0 };
  if (state->getStrokeColorSpace()->getMode() != csPattern) {
    state->getStrokeRGB(&colour);
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
        if (contrast(colour, state->getStrokeOpacity(), (fromX + x) / 2, (fromY + y) / 2) <= unseen) {
          // A line without ink is no rule.
        } else if (alongY <= 0.5 || alongY < alongX / 100) {
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
  fillPath(state, false);
}

void PageOutput::eoFill(GfxState *state)
{
  fillPath(state, true);
}

void PageOutput::fillPath(GfxState *state, bool isEvenOdd)
{
  if (isInSoftMask() || watermarkDepth > 0 || state->getFillOpacity() <= 0) {
    return;
  }
  const GfxPath *path = state->getPath();
  const Rectangle clip = Rectangle::clipOf(state);
  const int count = path->getNumSubpaths();
  auto isSeen = [&](double x, double y) {
    return contrast(fillColour(state), state->getFillOpacity(), x, y) > unseen;
  };
  if (count == 2) {
    // A frame: one rectangle closely inside another.
    Rectangle outer, inner;
    if (rectangleOf(state, path->getSubpath(0), outer) && rectangleOf(state, path->getSubpath(1), inner)) {
      if (inner.width() > outer.width()) {
        std::swap(inner, outer);
      }
      const bool isFrame = inner.cut(outer).width() == inner.width() && inner.cut(outer).height() == inner.height();
      if (isFrame && isSeen((outer.left + inner.left) / 2, (outer.top + outer.bottom) / 2)) {
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
    if (isSeen((box.left + box.right) / 2, (box.top + box.bottom) / 2)) {
      addRule(box, clip);
    }
    if (count == 1) {
      cover(state, Shape(box.cut(clip)));
    }
  }
  if (hasOther || count > 1) {
    cover(state, Shape(state, path, isEvenOdd));
  }
  shapes += hasOther ? 1 : 0;
}

// MARK: Pictures

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
  if (lines.size() + rest.size() <= mostLines) {
    lines.insert(lines.end(), rest.begin(), rest.end());
  }
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
  // A picture has no single colour. One that is seen through is hardly more than the paper where it fills the page.
  if (isOpaque || seen.width() * seen.height() < width * height / 2) {
    ground.paint(Shape(seen));
  }
  pictures++;
  pictureArea += seen.width() * seen.height();
  const bool isStraight = (ctm[1] == 0 && ctm[2] == 0) || (ctm[0] == 0 && ctm[3] == 0);
  if (isOpaque && isStraight) {
    paintOver(state, Shape(seen));
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
