// An icon of the set in a colour of the theme. GUI thread.
#pragma once

#include "ui/theme.h"
#include "ui/widgets/textline.h"

#include <QWidget>

namespace tokenledger {

class IconLabel : public QWidget {
    Q_OBJECT
public:
    IconLabel(const Look& look, const QString& icon, TextPart::Tone tone, QWidget* parent = nullptr, int size = 16);
    void setIcon(const QString& icon, TextPart::Tone tone);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    const Look& m_look;
    QString m_icon;
    TextPart::Tone m_tone;
};

/// A thin line between two things, upright or level.
[[nodiscard]] QWidget* makeRule(Qt::Orientation orientation, QWidget* parent);

}  // namespace tokenledger
