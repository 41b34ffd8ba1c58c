#include "Annotations.h"

#include <algorithm>

#include <Gfx.h>
#include <Object.h>
#include <Page.h>
#include <UTF.h>

#include "PageOutput.h"

static const int mostAnnotations = 10'000;

static bool isShown(const Dict &annotation)
{
  const Object type = annotation.lookup("Subtype");
  if (!type.isName("Widget") && !type.isName("FreeText") && !type.isName("Stamp")) {
    return false;
  }
  // Hidden or not for the screen (ISO 32000-1, table 165).
  const Object flags = annotation.lookup("F");
  return !flags.isInt() || (flags.getInt() & (1 << 1 | 1 << 5)) == 0;
}

/// The appearance for now, of those the annotation has for each of its states.
static Object appearance(const Dict &annotation)
{
  const Object all = annotation.lookup("AP");
  if (!all.isDict()) {
    return Object(objNull);
  }
  Object normal = all.dictLookup("N");
  if (!normal.isDict()) {
    return normal;
  }
  const Object state = annotation.lookup("AS");
  return state.isName() ? normal.dictLookup(state.getName()) : Object(objNull);
}

static bool rectangle(const Dict &annotation, double (&sides)[4])
{
  const Object object = annotation.lookup("Rect");
  if (!object.isArray() || object.arrayGetLength() != 4) {
    return false;
  }
  for (int i = 0; i < 4; i++) {
    const Object side = object.arrayGet(i);
    if (!side.isNum()) {
      return false;
    }
    sides[i] = side.getNum();
  }
  return true;
}

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

/// What a text field or a choice shows when the file leaves its appearance to the viewer.
static std::vector<uint32_t> shownValue(const Dict &field)
{
  const Object type = inherited(field, "FT");
  const Object flags = inherited(field, "Ff");
  // A password is shown to nobody.
  const bool isPassword = flags.isInt() && (flags.getInt() & 1 << 13) != 0;
  Object value = inherited(field, "V");
  if ((!type.isName("Tx") && !type.isName("Ch")) || !value.isString() || isPassword) {
    return {};
  }
  // A choice has a text to show for each value that it may have.
  const Object options = inherited(field, "Opt");
  for (int i = 0; options.isArray() && i < std::min(options.arrayGetLength(), 1'000); i++) {
    const Object option = options.arrayGet(i);
    if (option.isArray() && option.arrayGetLength() == 2) {
      const Object exported = option.arrayGet(0), shown = option.arrayGet(1);
      if (exported.isString() && shown.isString() && exported.getString()->toStr() == value.getString()->toStr()) {
        value = shown.copy();
        break;
      }
    }
  }
  std::vector<uint32_t> characters;
  Unicode *units = nullptr;
  const int count = TextStringToUCS4(value.getString()->toStr(), &units);
  if (units) {
    characters.assign(units, units + std::min(count, 256));
    gfree(units);
  }
  return characters;
}

/// The size of a field's text by its default appearance (ISO 32000-1, 12.7.3.3), where it is said.
static double textSize(const Dict &field, double height)
{
  const double usual = std::min(12.0, height * 0.7);
  const Object appearance = inherited(field, "DA");
  if (!appearance.isString()) {
    return usual;
  }
  const std::string words = appearance.getString()->toStr();
  const size_t mark = words.find(" Tf");
  const size_t start = mark == std::string::npos || mark == 0 ? std::string::npos : words.rfind(' ', mark - 1);
  const double size = start == std::string::npos ? 0 : atof(words.c_str() + start);
  return size > 1 && size < 100 ? size : usual;
}

/// Shows the value of a field that has no appearance.
static void showValue(const Dict &field, const double (&sides)[4], Gfx &gfx, PageOutput &output)
{
  const std::vector<uint32_t> characters = shownValue(field);
  if (characters.empty()) {
    return;
  }
  double left, top, right, bottom;
  gfx.getState()->transform(sides[0], sides[1], &left, &bottom);
  gfx.getState()->transform(sides[2], sides[3], &right, &top);
  const Rectangle area = { std::min(left, right), std::min(top, bottom), std::max(left, right),
                           std::max(top, bottom) };
  if (area.isSane()) {
    output.addText(area, characters, textSize(field, area.height()));
  }
}

void drawAnnotations(Page &page, Gfx &gfx, PageOutput &output)
{
  const Object list = page.getAnnotsObject();
  if (!list.isArray()) {
    return;
  }
  for (int i = 0; i < std::min(list.arrayGetLength(), mostAnnotations); i++) {
    const Object annotation = list.arrayGet(i);
    double sides[4];
    if (!annotation.isDict() || !isShown(*annotation.getDict()) || !rectangle(*annotation.getDict(), sides)) {
      continue;
    }
    Object painted = appearance(*annotation.getDict());
    if (painted.isStream()) {
      gfx.drawAnnot(&painted, nullptr, nullptr, std::min(sides[0], sides[2]), std::min(sides[1], sides[3]),
                    std::max(sides[0], sides[2]), std::max(sides[1], sides[3]), 0);
    } else if (annotation.dictLookup("Subtype").isName("Widget")) {
      showValue(*annotation.getDict(), sides, gfx, output);
    }
  }
}
