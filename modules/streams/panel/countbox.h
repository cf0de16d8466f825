// SPDX-License-Identifier: GPL-3.0-or-later
// CountBox: a spin box that takes any number that is typed, so that one beyond the limit can be
// refused in words. A plain spin box swallows the digits that do not fit.
#pragma once

#include <QSpinBox>

#include <limits>

namespace pilothouse::streams
{

class CountBox final : public QSpinBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CountBox)

public:
    CountBox(int least, int most, QWidget* parent)
        : QSpinBox(parent)
        , m_most(most)
    {
        setRange(least, std::numeric_limits<int>::max());
    }
    int most() const { return m_most; }
    // In words; empty: it fits.
    QString problem() const
    {
        return value() <= m_most ? QString() : tr("At most %1").arg(locale().toString(m_most));
    }

protected:
    QValidator::State validate(QString& text, int& at) const override
    {
        return isNumber(text) ? QValidator::Acceptable : QSpinBox::validate(text, at);
    }
    int valueFromText(const QString& text) const override
    {
        if (!isNumber(text))
            return QSpinBox::valueFromText(text);
        bool fits = false;
        const int value = text.toInt(&fits);
        return fits ? std::max(value, minimum()) : maximum();
    }

private:
    static bool isNumber(const QString& text)
    {
        return !text.isEmpty() && text.size() <= 18
            && std::all_of(
                text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    }
    const int m_most;
};

} // namespace pilothouse::streams
