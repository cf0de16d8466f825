// SPDX-License-Identifier: GPL-3.0-or-later
// Values that try to leave the literal they are written in, whatever its language.
#pragma once

#include <QRandomGenerator>
#include <QString>

#include <vector>

namespace pilothouse::test
{

inline std::vector<QString> hostileTexts(int random = 200)
{
    using namespace Qt::StringLiterals;
    std::vector<QString> texts{u""_s, u" "_s, u"plain"_s, u"it's"_s, u"say \"hi\""_s, u"'\""_s,
        u"\"\"\""_s, u"'''"_s, u"a\"\"\"\nb"_s, u"\n\"\"\""_s, u"ends with \\"_s, u"\\\nnext"_s,
        u"\\\""_s, u"\\'"_s, u"line\nline\n"_s, u"\n"_s, u"\r\n"_s, u"a\rb"_s, u"tab\tend "_s,
        u"x\u2028y\u2029z\u0085"_s, u"\u202eevil\u2066"_s, u"\ufeffbom"_s, u"\x0c\x0b\x1b[31m"_s,
        QString(u"nul"_s + QChar(u'\0') + u"byte"_s), u"{{ 7*7 }}"_s, u"{% raw %}"_s, u"{# c #}"_s,
        u"${HOME}"_s, u"$(id)"_s, u"`id`"_s, u"%s %(x)s %%"_s, u"{x!r}"_s, u"\\N{BULLET}"_s,
        u"\\u0022"_s, u"'; DROP TABLE x; --"_s, u"/* */ -- $$"_s, u"$$;select 1;$$"_s,
        u"\\'; select 1; --"_s, u"#comment"_s, u"') or ('1'='1"_s, u"\"); import os; (\""_s,
        u"- a: b"_s, u": "_s, u"&a *a !!python/object:x"_s, u"null"_s, u"true"_s, u"1e3"_s,
        u"0x10"_s, u"-1"_s, u"~"_s, u"report.sql"_s, u"echo.sh"_s,
        u"台北 서울 𝔘𝔫𝔦 👩‍👩‍👧"_s, QString(QChar(0xd800) + u"lone"_s),
        u"\u0000\u0001\u007f\u0080\u009f"_s, QString(3000, u'x')};
    QRandomGenerator dice(20261122);
    const QString signs = u"\"'\\\n\r\t{}%$#;-*/()[]:&!|>`~ abc\u2028\u0085\u00a0é台"_s;
    for (int i = 0; i < random; ++i) {
        QString text;
        for (int length = dice.bounded(1, 24); length > 0; --length)
            text += dice.bounded(12) == 0 ? QChar(char16_t(dice.bounded(0x10000)))
                                          : signs[dice.bounded(int(signs.size()))];
        texts.push_back(text);
    }
    return texts;
}

} // namespace pilothouse::test
