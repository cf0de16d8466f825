// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Connection pill: mark, service name, latency. Healthy pills have no fill; degraded and failing
// ones carry their soft fill and say the problem in place of the latency.

#include "ui/theme/glyphs.h"

#include <QtWidgets/QAbstractButton>

namespace pilothouse::ui
{

class Pill final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Pill)

public:
    explicit Pill(const QString& service, QWidget* parent = nullptr);

    // Ok, Warn, Error or Unknown; detail is "3 ms" or the problem, "retry 4 s".
    void setState(Glyph glyph, const QString& detail);
    void setService(const QString& service);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    QString m_detail;
    Glyph m_glyph = Glyph::Unknown;
};

} // namespace pilothouse::ui
