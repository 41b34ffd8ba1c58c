#pragma once

#include <cstddef>
#include <vector>

#include <GfxState.h>

#include "Geometry.h"

/// A filled area of the page: a rectangle, or figures whose curves are stood for by straight sides.
struct Shape {
  Rectangle box;

  explicit Shape(const Rectangle &box) : box(box) { }
  /// The shape that a path fills, cut by the clip's bounding box. It is not exact when the path has too many sides.
  Shape(const GfxState *state, const GfxPath *path, bool isEvenOdd);

  /// False for a shape that is known by its bounding box only.
  bool isExact() const { return exact; }
  bool isBox() const { return exact && corners.empty(); }
  bool holds(double x, double y) const;
  /// Whether all but the edges of a rectangle lies in the shape.
  bool covers(const Rectangle &area) const;
  /// What a question to the shape costs.
  size_t cost() const { return 1 + corners.size(); }

private:
  struct Corner {
    double x, y;
    bool isFirst;
  };

  /// None: the shape is its box.
  std::vector<Corner> corners;
  bool evenOdd = false;
  bool exact = true;
};
