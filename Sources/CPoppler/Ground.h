#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "Colour.h"
#include "Shape.h"

/// What lies under a place of the page: its paper, which is white, or what was painted there last.
class Ground {
public:
  /// Paints an area in one colour; with an opacity, over what is under its middle.
  void paint(Shape shape, const GfxRGB &colour, double opacity);
  /// Paints an area whose colour differs from place to place.
  void paint(Shape shape);

  /// The colour at a place; `nullptr` where it is not known.
  const GfxRGB *at(double x, double y);
  /// Without it, all of the ground that is known is light.
  bool hasDark() const { return darkAreas > 0; }

  static const GfxRGB paper;

private:
  struct Area {
    Shape shape;
    std::optional<GfxRGB> colour;
  };

  void add(Area area);

  /// The last on top.
  std::vector<Area> areas;
  size_t darkAreas = 0;
  size_t cost = 0;
  /// How many questions to areas are left: a bound on the work that a page can ask for.
  size_t budget = 20'000'000;
};
