#pragma once

#include <cstdint>
#include <vector>

#include <Object.h>

#include "Geometry.h"

class PageOutput;

/// The text of a field or a text box whose appearance the file leaves to the viewer.
struct FieldText {
  std::vector<uint32_t> characters;
  /// False for what shows no text, such as a box to be ticked.
  bool isText = false;
  /// In points; 0: as large as the box allows.
  double size = 0;
  bool isInLines = false;
  /// Where a line stands in its box: left, in the middle, or right.
  int alignment = 0;
  /// Whether it is written in white on no ground.
  bool isWhite = false;

  /// What a text field or a choice shows: nothing for other fields.
  ///
  /// - form: The dictionary of the document's form, whose defaults count; null without one.
  static FieldText ofField(const Dict &field, const Object &form);
  static FieldText ofTextBox(const Dict &annotation);

  /// Notes the characters where they stand in a box of the page.
  ///
  /// Each character takes half its size of the line, an ideograph all of it, as in most fonts; in a box that is too
  /// narrow they stand closer.
  void show(const Rectangle &box, PageOutput &output) const;
};
