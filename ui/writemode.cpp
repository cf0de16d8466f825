// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/writemode.h"

#include "core/writegate.h"
#include "ui/shownzone.h"

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

Text WriteModes::whyOff(const WriteGate& gate)
{
    return gate.canLift()
        ? PH_TEXT("WriteModes",
            "Writes are off for this connection. Its pill in the status bar has the switch.")
        : PH_TEXT("WriteModes", "Protected: this profile never lets the window change anything.");
}

WriteModeWords WriteModes::of(const Service& service)
{
    const WriteGate& gate = *service.gate;
    if (!gate.allows())
        return {
            gate.mode() == WriteMode::Never ? tr("Protected") : tr("Read only"), Token::StatusIdle};
    if (gate.mode() == WriteMode::Off)
        return {tr("Writes on until %1").arg(shownTime(gate.liftedUntil()).toString(u"HH:mm"_s)),
            Token::StatusWarn};
    return {gate.asks() ? tr("Asks before writes") : tr("Writes on"),
        service.config.environment == Environment::Production ? Token::EnvProduction
                                                              : Token::StatusIdle};
}

} // namespace pilothouse::ui
