// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/numbertext.h"

#include <QtCore/QLocale>

#include <array>
#include <cmath>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

// Three significant digits without trailing zeros, never in exponent form above 0.0001.
QString threeDigits(double value)
{
    const double size = std::abs(value);
    int digits = 0;
    if (size > 0 && size < 1000)
        digits = std::clamp(2 - static_cast<int>(std::floor(std::log10(size))), 0, 6);
    const QLocale locale;
    QString text = locale.toString(value, 'f', digits);
    const QString point = locale.decimalPoint();
    if (text.contains(point)) {
        while (text.endsWith(locale.zeroDigit()))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(point.size());
    }
    return text;
}

} // namespace

QString compactNumber(double value)
{
    if (!std::isfinite(value))
        return u"–"_s;
    constexpr std::array<const char16_t*, 5> units{u"", u"k", u"M", u"G", u"T"};
    std::size_t step = 0;
    while (std::abs(value) >= 999.5 && step + 1 < units.size()) {
        value /= 1000;
        ++step;
    }
    return threeDigits(value) + QString::fromUtf16(units[step]);
}

QString compactBytes(double bytes)
{
    if (!std::isfinite(bytes))
        return u"–"_s;
    constexpr std::array<const char16_t*, 6> units{u"B", u"KB", u"MB", u"GB", u"TB", u"PB"};
    std::size_t step = 0;
    while (std::abs(bytes) >= 999.5 && step + 1 < units.size()) {
        bytes /= 1024;
        ++step;
    }
    return threeDigits(bytes) + u' ' + QString::fromUtf16(units[step]);
}

} // namespace pilothouse::ui
