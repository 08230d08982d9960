// A short word on a tint, fully round. GUI thread.
#pragma once

#include "ui/widgets/textline.h"

#include <QWidget>

namespace tokenledger {

class Pill : public QWidget {
    Q_OBJECT
public:
    Pill(const Look& look, const QString& text, TextPart::Tone tone, QWidget* parent = nullptr);
    void setText(const QString& text, TextPart::Tone tone);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    const Look& m_look;
    QString m_text;
    TextPart::Tone m_tone;
};

}  // namespace tokenledger
