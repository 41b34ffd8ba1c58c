#include "Annotations.h"

#include <algorithm>

#include <Gfx.h>
#include <Object.h>
#include <Page.h>

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

void drawAnnotations(Page &page, Gfx &gfx)
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
    }
  }
}
