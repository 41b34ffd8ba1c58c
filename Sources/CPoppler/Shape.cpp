#include "Shape.h"

/// A shape with more sides belongs to a drawing.
static const size_t mostCorners = 400;

Shape::Shape(const GfxState *state, const GfxPath *path, bool isEvenOdd) : box({ 0, 0, -1, -1 }), evenOdd(isEvenOdd)
{
  bool isFirst = true;
  auto add = [&](double x, double y, bool begins) {
    if (isFirst) {
      box = Rectangle::at(x, y);
      isFirst = false;
    }
    box.include(x, y);
    if (corners.size() < mostCorners) {
      corners.push_back({ x, y, begins });
    } else {
      exact = false;
    }
  };
  for (int i = 0; i < path->getNumSubpaths(); i++) {
    const GfxSubpath *figure = path->getSubpath(i);
    double fromX = 0, fromY = 0;
    for (int j = 0; j < figure->getNumPoints(); j++) {
      double x, y;
      state->transform(figure->getX(j), figure->getY(j), &x, &y);
      if (j > 0 && figure->getCurve(j) && j + 2 < figure->getNumPoints()) {
        // A curve has two points to lead it; its middle and its end stand for it.
        double secondX, secondY, endX, endY;
        state->transform(figure->getX(j + 1), figure->getY(j + 1), &secondX, &secondY);
        state->transform(figure->getX(j + 2), figure->getY(j + 2), &endX, &endY);
        add((fromX + 3 * x + 3 * secondX + endX) / 8, (fromY + 3 * y + 3 * secondY + endY) / 8, false);
        x = endX;
        y = endY;
        j += 2;
      }
      add(x, y, j == 0);
      fromX = x;
      fromY = y;
    }
  }
  box = box.cut(Rectangle::clipOf(state));
  if (!exact) {
    corners.clear();
  }
}

/// The rules of ISO 32000-1, 8.5.3.3.
bool Shape::holds(double x, double y) const
{
  if (!box.holds(x, y) || corners.empty()) {
    return box.holds(x, y);
  }
  int winding = 0, crossings = 0;
  size_t first = 0;
  for (size_t i = 0; i < corners.size(); i++) {
    if (corners[i].isFirst) {
      first = i;
    }
    const bool isLast = i + 1 == corners.size() || corners[i + 1].isFirst;
    const Corner &from = corners[i], &to = isLast ? corners[first] : corners[i + 1];
    if ((from.y <= y) != (to.y <= y) && x < from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x)) {
      winding += from.y <= y ? 1 : -1;
      crossings++;
    }
  }
  return evenOdd ? crossings % 2 != 0 : winding != 0;
}

bool Shape::covers(const Rectangle &area) const
{
  const double middleX = (area.left + area.right) / 2, middleY = (area.top + area.bottom) / 2;
  if (corners.empty()) {
    return exact && box.holds(middleX, middleY);
  }
  const double toSide = area.width() / 4, toEnd = area.height() / 4;
  return holds(middleX, middleY) && holds(middleX - toSide, middleY - toEnd) && holds(middleX + toSide, middleY - toEnd)
      && holds(middleX - toSide, middleY + toEnd) && holds(middleX + toSide, middleY + toEnd);
}
