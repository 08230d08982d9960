// One figure of the Overview: title, value, one or two notes, and "why this number?". GUI thread.
#pragma once

#include "ui/widgets/popover.h"
#include "ui/widgets/textline.h"

#include <QFrame>

namespace tokenledger {

class Button;

struct TileContent {
    QString title;
    QString value;
    QString exact;  // for the tool tip
    TextParts note1;
    TextParts note2;
    Explanation why;
};

class Tile : public QFrame {
    Q_OBJECT
public:
    Tile(const Look& look, const QString& name, QWidget* parent = nullptr);
    void setContent(const TileContent& content);
    [[nodiscard]] const TileContent& content() const { return m_content; }
    /// The width that a tile needs for this note in the font in use.
    [[nodiscard]] static int widthOf(const TextParts& note);
    /// A note line is longer than the tile is wide.
    [[nodiscard]] bool isCut() const;
    /// An old picture: everything at 55 %, and its time at the upper right.
    void setOutdated(const QString& since);

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    void paintLine(QPainter& painter, const TextParts& parts, int top) const;
    const Look& m_look;
    TileContent m_content;
    QString m_outdatedSince;
    Button* m_why;
};

}  // namespace tokenledger
