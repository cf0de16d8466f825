// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/writemode.h"

#include "core/writegate.h"

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

WriteModeWords WriteModes::of(const Service& service)
{
    const WriteGate& gate = *service.gate;
    if (!gate.allows())
        return {
            gate.mode() == WriteMode::Never ? tr("Protected") : tr("Read only"), Token::StatusIdle};
    if (gate.mode() == WriteMode::Off)
        return {tr("Writes on until %1").arg(gate.liftedUntil().toLocalTime().toString(u"HH:mm"_s)),
            Token::StatusWarn};
    return {gate.asks() ? tr("Asks before writes") : tr("Writes on"),
        service.config.environment == Environment::Production ? Token::EnvProduction
                                                              : Token::StatusIdle};
}

} // namespace pilothouse::ui
