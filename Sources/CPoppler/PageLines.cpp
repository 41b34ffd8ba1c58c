#include "PageOutput.h"

/// More lines than this belong to a drawing.
static const size_t mostLines = 200'000;
/// What is thicker is a bar, not a rule.
static const double thickestRule = 4;

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
