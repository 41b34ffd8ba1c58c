#pragma once

#include <algorithm>
#include <cmath>

#include <GfxState.h>

/// Colours that are no further apart than this are one to the eye. Of 0 to 1, as all differences here.
const double unseen = 0.04;
/// A text that differs less than this from its ground is pale.
const double pale = 0.3;

/// The largest of the differences of two colours' parts.
inline double difference(const GfxRGB &one, const GfxRGB &other)
{
  return std::max({ std::abs(colToDbl(one.r) - colToDbl(other.r)), std::abs(colToDbl(one.g) - colToDbl(other.g)),
                    std::abs(colToDbl(one.b) - colToDbl(other.b)) });
}

/// How light a colour is, from 0 to 1 (Rec. 709).
inline double luminance(const GfxRGB &colour)
{
  return 0.2126 * colToDbl(colour.r) + 0.7152 * colToDbl(colour.g) + 0.0722 * colToDbl(colour.b);
}

/// What is seen of a colour over another.
inline GfxRGB mixed(const GfxRGB &upper, const GfxRGB &lower, double opacity)
{
  auto part = [&](GfxColorComp one, GfxColorComp other) {
    return dblToCol(colToDbl(one) * opacity + colToDbl(other) * (1 - opacity));
  };
  return { part(upper.r, lower.r), part(upper.g, lower.g), part(upper.b, lower.b) };
}
