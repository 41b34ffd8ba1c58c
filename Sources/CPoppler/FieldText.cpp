#include "FieldText.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string>

#include <UTF.h>

#include "PageOutput.h"

static const int mostCharacters = 4'000;

/// A value that a field has itself or through the fields that it belongs to (ISO 32000-1, 12.7.3.2).
static Object inherited(const Dict &field, const char *name)
{
  Object value = field.lookup(name);
  Object parent = field.lookup("Parent");
  for (int depth = 0; value.isNull() && parent.isDict() && depth < 16; depth++) {
    value = parent.dictLookup(name);
    Object next = parent.dictLookup("Parent");
    parent = std::move(next);
  }
  return value;
}

static int number(const Object &object)
{
  return object.isInt() ? object.getInt() : 0;
}

static void append(std::vector<uint32_t> &characters, const Object &string)
{
  if (!string.isString()) {
    return;
  }
  Unicode *units = nullptr;
  const int count = TextStringToUCS4(string.getString()->toStr(), &units);
  if (units) {
    const int room = mostCharacters - (int)characters.size();
    characters.insert(characters.end(), units, units + std::max(0, std::min(count, room)));
    gfree(units);
  }
}

/// The text that a choice has for a value (ISO 32000-1, 12.7.4.4), or the value.
static Object shown(const Object &value, const Object &options)
{
  for (int i = 0; value.isString() && options.isArray() && i < std::min(options.arrayGetLength(), 1'000); i++) {
    const Object option = options.arrayGet(i);
    if (option.isArray() && option.arrayGetLength() == 2) {
      const Object exported = option.arrayGet(0);
      if (exported.isString() && exported.getString()->toStr() == value.getString()->toStr()) {
        return option.arrayGet(1);
      }
    }
  }
  return value.copy();
}

/// Takes the size and the colour from a default appearance (ISO 32000-1, 12.7.3.3).
static void takeAppearance(FieldText &text, const Object &appearance)
{
  if (!appearance.isString()) {
    return;
  }
  std::istringstream words(appearance.getString()->toStr().substr(0, 1'000));
  std::vector<double> numbers;
  for (std::string word; words >> word;) {
    char *end = nullptr;
    const double value = strtod(word.c_str(), &end);
    if (end != word.c_str() && *end == 0) {
      numbers.push_back(value);
      continue;
    }
    if (word == "Tf" && !numbers.empty()) {
      text.size = numbers.back();
    } else if (word == "g" || word == "rg") {
      text.isWhite = !numbers.empty() && std::all_of(numbers.begin(), numbers.end(), [](double part) {
        return part > 0.96;
      });
    }
    numbers.clear();
  }
}

FieldText FieldText::ofField(const Dict &field, const Object &form)
{
  FieldText text;
  const Object type = inherited(field, "FT");
  const int flags = number(inherited(field, "Ff"));
  const bool isPassword = type.isName("Tx") && (flags & 1 << 13) != 0;
  if (!type.isName("Tx") && !type.isName("Ch")) {
    return text;
  }
  text.isText = true;
  const Object value = inherited(field, "V");
  const Object options = inherited(field, "Opt");
  if (value.isArray()) {
    // Several of a list, each in a line.
    for (int i = 0; i < std::min(value.arrayGetLength(), 100); i++) {
      if (i > 0) {
        text.characters.push_back('\n');
      }
      append(text.characters, shown(value.arrayGet(i), options));
    }
    text.isInLines = true;
  } else {
    append(text.characters, type.isName("Ch") ? shown(value, options) : value.copy());
    text.isInLines = type.isName("Tx") && (flags & 1 << 12) != 0;
  }
  if (isPassword) {
    std::fill(text.characters.begin(), text.characters.end(), '*');
  }
  Object appearance = inherited(field, "DA");
  if (appearance.isNull() && form.isDict()) {
    appearance = form.dictLookup("DA");
  }
  takeAppearance(text, appearance);
  text.alignment = number(inherited(field, "Q"));
  const Object look = field.lookup("MK");
  if (look.isDict() && look.dictLookup("BG").isArray()) {
    text.isWhite = false;
  }
  return text;
}

FieldText FieldText::ofTextBox(const Dict &annotation)
{
  FieldText text;
  text.isText = true;
  append(text.characters, annotation.lookup("Contents"));
  takeAppearance(text, annotation.lookup("DA"));
  text.alignment = number(annotation.lookup("Q"));
  text.isInLines = true;
  // Its colour is that of its box.
  text.isWhite = text.isWhite && !annotation.lookup("C").isArray();
  return text;
}

void FieldText::show(const Rectangle &box, PageOutput &output) const
{
  if (characters.empty() || isWhite || !box.isSane()) {
    return;
  }
  const double usual = isInLines ? 12 : std::min(12.0, box.height() * 0.7);
  const double height = size >= 1 && size < 200 ? size : std::max(1.0, usual);
  const double margin = 2, room = std::max(height / 2, box.width() - 2 * margin);
  auto advance = [&](uint32_t character) { return character >= 0x2E80 ? height : height / 2; };
  std::vector<std::vector<uint32_t>> rows(1);
  double length = 0;
  for (const uint32_t character : characters) {
    const bool isEnd = character == '\n' || character == '\r';
    if (isInLines && (isEnd || length + advance(character) > room)) {
      if (!rows.back().empty()) {
        rows.emplace_back();
      }
      length = 0;
    }
    if (!isEnd) {
      rows.back().push_back(character);
      length += advance(character);
    }
  }
  const double pitch = height * 1.15;
  double top = isInLines ? box.top + margin : (box.top + box.bottom - height) / 2;
  for (const std::vector<uint32_t> &row : rows) {
    double wanted = 0;
    for (const uint32_t character : row) {
      wanted += advance(character);
    }
    const double scale = std::min(1.0, room / std::max(wanted, 1.0));
    const double spare = room - wanted * scale;
    double x = box.left + margin + (alignment == 1 ? spare / 2 : alignment == 2 ? spare : 0);
    for (const uint32_t character : row) {
      const double width = advance(character) * scale;
      output.addCharacter({ x, top, x + width, top + height }, character);
      x += width;
    }
    top += pitch;
  }
}
