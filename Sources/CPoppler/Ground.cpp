#include "Ground.h"

#include <utility>

/// A page with more belongs to a drawing: areas, and what they cost together.
static const size_t mostAreas = 20'000, mostCost = 500'000;
/// What is smaller on a side carries no text.
static const double smallest = 3;

const GfxRGB Ground::paper = { gfxColorComp1, gfxColorComp1, gfxColorComp1 };

void Ground::paint(Shape shape, const GfxRGB &colour, double opacity)
{
  if (!shape.isExact()) {
    paint(std::move(shape));
    return;
  }
  std::optional<GfxRGB> seen = colour;
  if (opacity < 1) {
    const Rectangle &box = shape.box;
    const GfxRGB *below = at((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    seen = below ? std::optional(mixed(colour, *below, opacity)) : std::nullopt;
  }
  add({ std::move(shape), seen });
}

void Ground::paint(Shape shape)
{
  add({ std::move(shape), std::nullopt });
}

void Ground::add(Area area)
{
  const Rectangle &box = area.shape.box;
  if (!box.isSane() || box.width() < smallest || box.height() < smallest || areas.size() >= mostAreas
      || cost + area.shape.cost() > mostCost) {
    return;
  }
  cost += area.shape.cost();
  darkAreas += area.colour && luminance(*area.colour) < 0.7 ? 1 : 0;
  areas.push_back(std::move(area));
}

const GfxRGB *Ground::at(double x, double y)
{
  for (auto area = areas.rbegin(); area != areas.rend(); ++area) {
    const size_t cost = area->shape.box.holds(x, y) ? area->shape.cost() : 1;
    if (budget < cost) {
      return nullptr;
    }
    budget -= cost;
    if (area->shape.holds(x, y)) {
      return area->colour ? &*area->colour : nullptr;
    }
  }
  return &paper;
}
