// SPDX-License-Identifier: GPL-3.0-or-later
// Qt asks FreeType to thicken the stems of PostScript outlines and blends those fonts with a gamma
// of 1.7. On a dark ground that turns Noto Sans CJK, which has only such outlines, into a bold
// beside our own faces. Qt has no switch for it. The request is taken away on its way to FreeType:
// a function of the program comes before one of the same name in a library. Qt looks afterwards
// whether stems are thickened, and without it leaves out its gamma too.
#include "ui/theme/stems.h"

#include <cstring>
#include <dlfcn.h>

extern "C" [[gnu::visibility("default")]] int FT_Property_Set(
    void* library, const char* module, const char* property, const void* value);

int FT_Property_Set(void* library, const char* module, const char* property, const void* value)
{
    if (std::strcmp(module, "cff") == 0 && std::strcmp(property, "no-stem-darkening") == 0)
        return 0;
    using Setter = int (*)(void*, const char*, const char*, const void*);
    static const auto next = reinterpret_cast<Setter>(dlsym(RTLD_NEXT, "FT_Property_Set"));
    constexpr int kMissingModule = 0x0B;
    return next ? next(library, module, property, value) : kMissingModule;
}

namespace pilothouse::ui
{

void keepStemsAsDrawn() { }

} // namespace pilothouse::ui
