// One line of text in parts of different colour and weight, which QLabel could only do with HTML. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace tokenledger {

struct TextPart {
    enum class Tone { Text1, Text2, Text3, Favourable, Unfavourable, Warning, Accent };
    QString text;
    Tone tone = Tone::Text2;
    bool strong = false;
};
using TextParts = QList<TextPart>;

[[nodiscard]] QColor toneColour(const Palette& colours, TextPart::Tone tone);
[[nodiscard]] QString plainText(const TextParts& parts);

class TextLine : public QWidget {
    Q_OBJECT
public:
    TextLine(const Look& look, TextStyle style, QWidget* parent = nullptr);
    void setParts(const TextParts& parts);
    [[nodiscard]] const TextParts& parts() const { return m_parts; }
    /// Parts that do not fit are cut with an ellipsis, and the tool tip then says all.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool isCut() const { return sizeHint().width() > width(); }

protected:
    void paintEvent(QPaintEvent*) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QFont fontOf(const TextPart& part) const;
    const Look& m_look;
    TextStyle m_style;
    TextParts m_parts;
};

}  // namespace tokenledger
