// SPDX-License-Identifier: GPL-3.0-or-later
// What the first-run panel is given beside the workbench: the profiles, the sandbox and the look.
#pragma once

#include "app/profiles/profilestore.h"
#include "app/profiles/secretstore.h"
#include "app/sandbox/sandboxcontrol.h"
#include "core/servicehub.h"
#include "ui/theme/theme.h"
#include "ui/workbench.h"

#include <functional>

namespace pilothouse::app
{

struct FirstRunContext {
    ProfileStore& profiles;
    SecretStore& secrets;
    SandboxControl& sandbox;
    std::function<void(const QString& file)> openProfile;

    // The look; kept and applied by who gives it.
    QString language; // "en", "zh_TW", "ko"
    std::function<void(const QString&)> setLanguage;
    std::function<void(ui::Theme::Mode)> setMode;
    std::function<void(ui::Density)> setDensity;

    // Into the keychain; where it does not take it the window says so, as the card may be gone.
    void keepSecret(
        const SecretRequest& request, const Secret& secret, ui::Workbench& workbench) const
    {
        secrets.write(request, secret, &workbench.hub(), [&workbench](VoidResult kept) {
            if (!kept)
                workbench.report(kept.error());
        });
    }
};

} // namespace pilothouse::app
