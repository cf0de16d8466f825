// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Row {
    Token token;
    QLatin1StringView name;
    QRgb dark;
    QRgb light;
};

// In the order of the enum; the static_assert below keeps it so.
constexpr std::array<Row, tokenCount> rows{{
    {Token::Ground, "ground"_L1, 0xff0b0e13, 0xffe9ecf0},
    {Token::Surface, "surface"_L1, 0xff11151c, 0xffffffff},
    {Token::Raised, "raised"_L1, 0xff171c25, 0xfff5f7f9},
    {Token::Overlay, "overlay"_L1, 0xff1c222d, 0xffffffff},
    {Token::Field, "field"_L1, 0xff0b0e13, 0xffffffff},
    {Token::Canvas, "canvas"_L1, 0xff0b0e13, 0xfff3f5f8},
    {Token::Hover, "hover"_L1, 0xff1d2430, 0xffedf1f5},
    {Token::Press, "press"_L1, 0xff27303e, 0xffdfe5ec},
    {Token::Selection, "selection"_L1, 0xff1a2a44, 0xffdce9fc},
    {Token::Line, "line"_L1, 0xff1f2631, 0xffe1e6ec},
    {Token::LineStrong, "line.strong"_L1, 0xff323c4b, 0xffc5cdd8},
    {Token::Text, "text"_L1, 0xffe6eaf0, 0xff161b22},
    {Token::Text2, "text.2"_L1, 0xffa7b1bf, 0xff465160},
    {Token::Text3, "text.3"_L1, 0xff8894a4, 0xff596574},
    {Token::TextOff, "text.off"_L1, 0xff525d6b, 0xff98a2af},
    {Token::Accent, "accent"_L1, 0xff6aa6ff, 0xff1a62d0},
    {Token::StatusOk, "status.ok"_L1, 0xff46be85, 0xff12754a},
    {Token::StatusWarn, "status.warn"_L1, 0xffe5ae4a, 0xff8a5700},
    {Token::StatusError, "status.error"_L1, 0xfff3736b, 0xffbe2e29},
    {Token::StatusRunning, "status.running"_L1, 0xff3fc3db, 0xff0a6c80},
    {Token::StatusQueued, "status.queued"_L1, 0xffa992f8, 0xff6342c4},
    {Token::StatusIdle, "status.idle"_L1, 0xff8894a4, 0xff596574},
    {Token::EnvProduction, "env.production"_L1, 0xfff2649b, 0xffb81f60},
    {Token::EnvStaging, "env.staging"_L1, 0xffa992f8, 0xff6342c4},
    {Token::EnvSandbox, "env.sandbox"_L1, 0xff2fbba6, 0xff0b7568},
    {Token::StatusOkSoft, "status.ok.soft"_L1, 0xff10261d, 0xffdbf2e6},
    {Token::StatusWarnSoft, "status.warn.soft"_L1, 0xff2a2214, 0xfffbeed2},
    {Token::StatusErrorSoft, "status.error.soft"_L1, 0xff301b1d, 0xfffce6e4},
    {Token::StatusRunningSoft, "status.running.soft"_L1, 0xff0e2730, 0xffd8f0f4},
    {Token::StatusQueuedSoft, "status.queued.soft"_L1, 0xff211d37, 0xffece6fb},
    {Token::StatusIdleSoft, "status.idle.soft"_L1, 0xff1b212b, 0xffedf0f3},
    {Token::EnvProductionSoft, "env.production.soft"_L1, 0xff331b28, 0xfffce4ee},
    {Token::EnvStagingSoft, "env.staging.soft"_L1, 0xff211d37, 0xffece6fb},
    {Token::EnvSandboxSoft, "env.sandbox.soft"_L1, 0xff0f2826, 0xffd8f3ee},
    {Token::AccentFill, "accent.fill"_L1, 0xff2f6fdb, 0xff1f66d6},
    {Token::ErrorFill, "error.fill"_L1, 0xffc93a36, 0xffbe2e29},
    {Token::OnFill, "on.fill"_L1, 0xffffffff, 0xffffffff},
    {Token::AccentSoft, "accent.soft"_L1, 0xff15243a, 0xffe2edfd},
    {Token::Mark, "mark"_L1, 0xff4a3a12, 0xffffe9a8},
    {Token::OnMark, "on.mark"_L1, 0xffffe1a0, 0xff4a3500},
    {Token::DiffAdd, "diff.add"_L1, 0xff12291f, 0xffdff5e8},
    {Token::DiffRemove, "diff.remove"_L1, 0xff31191c, 0xfffde8e6},
    {Token::Series1, "series.1"_L1, 0xff6aa6ff, 0xff2d72de},
    {Token::Series2, "series.2"_L1, 0xff35bfa7, 0xff128a76},
    {Token::Series3, "series.3"_L1, 0xffe0aa4b, 0xffb27608},
    {Token::Series4, "series.4"_L1, 0xffa992f8, 0xff7653d6},
    {Token::Series5, "series.5"_L1, 0xfff08c6e, 0xffc9552f},
    {Token::Series6, "series.6"_L1, 0xff45bfdd, 0xff0f86a3},
    {Token::Series7, "series.7"_L1, 0xffe67db1, 0xffbc3f82},
    {Token::Series8, "series.8"_L1, 0xffa9bd57, 0xff6c8019},
    {Token::SyntaxKeyword, "syntax.keyword"_L1, 0xffb8a0ff, 0xff6a3fc4},
    {Token::SyntaxString, "syntax.string"_L1, 0xff8fcf9f, 0xff1b7344},
    {Token::SyntaxNumber, "syntax.number"_L1, 0xffe5b06c, 0xff8f5200},
    {Token::SyntaxFunction, "syntax.function"_L1, 0xff7db9ff, 0xff1c5ec2},
    {Token::SyntaxType, "syntax.type"_L1, 0xff5cc6d6, 0xff0a6c80},
    {Token::SyntaxComment, "syntax.comment"_L1, 0xff8894a4, 0xff596574},
    {Token::Scrim, "scrim"_L1, 0x9e05070a, 0x66161b22},
}};

constexpr bool inEnumOrder()
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<std::size_t>(rows[i].token) != i)
            return false;
    }
    return true;
}
static_assert(inEnumOrder());

constexpr QRgb strongLineHigh(Scheme scheme)
{
    return scheme == Scheme::Dark ? 0xff5e6b7d : 0xff7c8796;
}

double channel(double value) // sRGB to linear, WCAG 2.1
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF())
        + 0.0722 * channel(color.blueF());
}

} // namespace

QColor tokenColor(Token token, Scheme scheme, bool highContrast)
{
    if (highContrast && token == Token::LineStrong)
        return QColor::fromRgba(strongLineHigh(scheme));
    if (highContrast && token == Token::Line)
        token = Token::LineStrong;
    const Row& row = rows[static_cast<std::size_t>(token)];
    return QColor::fromRgba(scheme == Scheme::Dark ? row.dark : row.light);
}

QLatin1StringView tokenName(Token token)
{
    return rows[static_cast<std::size_t>(token)].name;
}

Token softOf(Token token)
{
    const int index = static_cast<int>(token);
    const int first = static_cast<int>(Token::StatusOk);
    const int last = static_cast<int>(Token::EnvSandbox);
    if (index >= first && index <= last)
        return static_cast<Token>(index - first + static_cast<int>(Token::StatusOkSoft));
    return token == Token::Accent ? Token::AccentSoft : token;
}

Token seriesToken(int index)
{
    const int wrapped = ((index % seriesCount) + seriesCount) % seriesCount;
    return static_cast<Token>(static_cast<int>(Token::Series1) + wrapped);
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace pilothouse::ui
