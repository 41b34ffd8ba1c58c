#pragma once

#include <algorithm>
#include <cmath>

#include <GfxState.h>

struct Rectangle {
  double left, top, right, bottom;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  /// Neither empty the wrong way round nor anywhere near infinity.
  bool isSane() const
  {
    const double far = 1e6;
    return left >= -far && top >= -far && right <= far && bottom <= far && left <= right && top <= bottom;
  }
  bool holds(double x, double y) const { return x >= left && x <= right && y >= top && y <= bottom; }

  Rectangle grown(double by) const { return { left - by, top - by, right + by, bottom + by }; }
  Rectangle cut(const Rectangle &other) const
  {
    return { std::max(left, other.left), std::max(top, other.top), std::min(right, other.right),
             std::min(bottom, other.bottom) };
  }
  void include(double x, double y)
  {
    left = std::min(left, x);
    right = std::max(right, x);
    top = std::min(top, y);
    bottom = std::max(bottom, y);
  }

  static Rectangle at(double x, double y) { return { x, y, x, y }; }
  static Rectangle clipOf(const GfxState *state)
  {
    Rectangle clip;
    state->getClipBBox(&clip.left, &clip.top, &clip.right, &clip.bottom);
    return clip;
  }
};

/// The bounding box of a closed figure without curves in a path, on the page.
///
/// Returns whether the figure is a rectangle along the axes, or so thin that it may count as one.
inline bool rectangleOf(const GfxState *state, const GfxSubpath *figure, Rectangle &box)
{
  const int count = figure->getNumPoints();
  if (count < 3 || count > 6) {
    return false;
  }
  double xs[6], ys[6];
  for (int i = 0; i < count; i++) {
    if (figure->getCurve(i)) {
      return false;
    }
    state->transform(figure->getX(i), figure->getY(i), &xs[i], &ys[i]);
  }
  box = Rectangle::at(xs[0], ys[0]);
  for (int i = 1; i < count; i++) {
    box.include(xs[i], ys[i]);
  }
  if (!box.isSane()) {
    return false;
  }
  const double thin = 3;
  if (box.width() <= thin || box.height() <= thin) {
    return true;
  }
  // Each corner of the figure is a corner of the box, and each of the box one of the figure: a triangle may have but
  // three of them.
  const double slack = 0.5;
  int corners = 0;
  for (int i = 0; i < count; i++) {
    const bool isAtSide = std::min(std::abs(xs[i] - box.left), std::abs(xs[i] - box.right)) < slack;
    const bool isAtEnd = std::min(std::abs(ys[i] - box.top), std::abs(ys[i] - box.bottom)) < slack;
    if (!isAtSide || !isAtEnd) {
      return false;
    }
    corners |= 1 << ((std::abs(xs[i] - box.left) < slack ? 0 : 1) + (std::abs(ys[i] - box.top) < slack ? 0 : 2));
  }
  return corners == 0b1111;
}
