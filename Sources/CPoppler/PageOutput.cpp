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

/// The largest of the differences of two colours' parts, 0 to 1.
static double difference(const GfxRGB &one, const GfxRGB &other)
{
  return std::max({ std::abs(colToDbl(one.r) - colToDbl(other.r)), std::abs(colToDbl(one.g) - colToDbl(other.g)),
                    std::abs(colToDbl(one.b) - colToDbl(other.b)) });
}

static double luminance(const GfxRGB &colour)
{
  return 0.2126 * colToDbl(colour.r) + 0.7152 * colToDbl(colour.g) + 0.0722 * colToDbl(colour.b);
}

/// Colours that are no further apart than this are one to the eye.
static const double unseen = 0.04;
/// A text that differs less than this from its ground is pale.
static const double pale = 0.3;

const GfxRGB *PageOutput::groundAt(double x, double y)
{
  static const GfxRGB paper = { gfxColorComp1, gfxColorComp1, gfxColorComp1 };
  if (grounds.size() > groundBudget) {
    return &paper;
  }
  groundBudget -= grounds.size();
  for (auto ground = grounds.rbegin(); ground != grounds.rend(); ++ground) {
    if (ground->area.holds(x, y)) {
      return ground->isPlain ? &ground->colour : nullptr;
    }
  }
  return &paper;
}

void PageOutput::addGround(GfxState *state, const Rectangle &area)
{
  const size_t most = 20'000;
  const Rectangle seen = area.cut(Rectangle::clipOf(state));
  if (!seen.isSane() || seen.width() < thickestRule || seen.height() < thickestRule || grounds.size() >= most) {
    return;
  }
  Ground ground = { seen, {}, false };
  if (state->getFillColorSpace()->getMode() != csPattern && state->getFillOpacity() >= 0.9) {
    state->getFillRGB(&ground.colour);
    ground.isPlain = true;
  }
  grounds.push_back(ground);
}

// MARK: Marked passages

void PageOutput::beginMarkedContent(const char *name, Dict *properties)
{
  bool isWatermark = false;
  if (name && properties && !strcmp(name, "Artifact")) {
    const Object kind = properties->lookup("Subtype");
    isWatermark = kind.isName("Watermark");
  }
  watermarks.push_back(isWatermark);
  watermarkDepth += isWatermark ? 1 : 0;
}

void PageOutput::endMarkedContent(GfxState *)
{
  if (!watermarks.empty()) {
    watermarkDepth -= watermarks.back() ? 1 : 0;
    watermarks.pop_back();
  }
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
  if (!isPainted || isInSoftMask() || watermarkDepth > 0) {
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
  const double smallest = 1;
  if (glyph.area.height() < smallest && glyph.area.width() < smallest) {
    return;
  }
  bool isPale = false;
  const bool isStroked = mode == 1 || mode == 5;
  GfxColorSpace *space = isStroked ? state->getStrokeColorSpace() : state->getFillColorSpace();
  if (space->getMode() != csPattern) {
    GfxRGB colour;
    if (isStroked) {
      state->getStrokeRGB(&colour);
    } else {
      state->getFillRGB(&colour);
    }
    // Nearly all text is dark, and most grounds are paper.
    const bool isDark = luminance(colour) < 0.5 && grounds.empty();
    if (const GfxRGB *ground = isDark ? nullptr : groundAt(middleX, middleY)) {
      const double opacity = isStroked ? state->getStrokeOpacity() : state->getFillOpacity();
      const double contrast = difference(colour, *ground) * opacity;
      if (contrast <= unseen) {
        return;
      }
      isPale = contrast < pale;
    }
  }
  const uint32_t count = u && uLen > 0 ? std::min(uLen, 16) : 0;
  glyphs.push_back({ glyph.area.left, glyph.area.top, glyph.area.right, glyph.area.bottom, (uint32_t)text.size(), count,
                     glyph.turn, isPale });
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

/// Each character takes half its size of the line, an ideograph all of it, as in most fonts.
void PageOutput::addText(const Rectangle &area, const std::vector<uint32_t> &characters, double size)
{
  double x = area.left + size * 0.2;
  const double middleY = (area.top + area.bottom) / 2;
  for (const uint32_t character : characters) {
    const double advance = character >= 0x2E80 ? size : size / 2;
    if (glyphs.size() >= mostGlyphs || x + advance > area.right + size) {
      return;
    }
    glyphs.push_back({ x, middleY - size / 2, x + advance, middleY + size / 2, (uint32_t)text.size(), 1, 0, false });
    text.push_back(character);
    x += advance;
  }
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

/// Whether a line of a colour is seen at a place.
bool PageOutput::isSeen(const GfxRGB &colour, double x, double y)
{
  if (luminance(colour) < 0.5 && grounds.empty()) {
    return true;
  }
  const GfxRGB *ground = groundAt(x, y);
  return !ground || difference(colour, *ground) > unseen;
}

void PageOutput::stroke(GfxState *state)
{
  if (isInSoftMask() || watermarkDepth > 0 || state->getStrokeOpacity() <= 0) {
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
        if (!isSeen(colour, (fromX + x) / 2, (fromY + y) / 2)) {
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
  fillPath(state);
}

void PageOutput::eoFill(GfxState *state)
{
  fillPath(state);
}

void PageOutput::fillPath(GfxState *state)
{
  if (isInSoftMask() || watermarkDepth > 0 || state->getFillOpacity() <= 0) {
    return;
  }
  GfxRGB colour = { 0, 0, 0 };
  if (state->getFillColorSpace()->getMode() != csPattern) {
    state->getFillRGB(&colour);
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
      const bool isFrame = inner.cut(outer).width() == inner.width() && inner.cut(outer).height() == inner.height();
      if (isFrame && isSeen(colour, outer.left, outer.top)) {
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
    if (isSeen(colour, (box.left + box.right) / 2, (box.top + box.bottom) / 2)) {
      addRule(box, clip);
    }
    if (count == 1) {
      paintOver(state, box);
      addGround(state, box);
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
  if (isOpaque) {
    // What is under a text on a picture has no single colour.
    grounds.push_back({ seen, {}, false });
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
