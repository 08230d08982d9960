// One line that says what is the matter and the one thing that helps. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QFrame>

class QLabel;

namespace tokenledger {

class Button;
class IconLabel;

class Notice : public QFrame {
    Q_OBJECT
public:
    /// The plain ones are a line of a card: no ground of their own.
    enum class Kind { Info, Warning, Bad, Plain, PlainBad };
    struct Content {
        Kind kind = Kind::Info;
        QString icon;
        QString claim;         // bold
        QString reason;        // beside it
        QString action;        // the button; empty: none
        QString detail;        // behind "Details"; empty: none
        QString dismiss = {};  // the button that makes it rest; empty: none
    };
    /// `name` begins the names of its parts: "noticeText", "noticeAction".
    Notice(const Look& look, QWidget* parent = nullptr, const QString& name = QStringLiteral("notice"));
    /// Without a claim it hides.
    void setContent(const Content& content);
    /// A reason why the action cannot be taken now disables it; empty: it can.
    void setActionBlocked(const QString& reason);

signals:
    void actionClicked();
    void dismissClicked();
    void detailClicked(const QString& detail);

private:
    Content m_content;
    IconLabel* m_icon;
    QLabel* m_text;
    Button* m_detail;
    Button* m_dismiss;
    Button* m_action;
};

}  // namespace tokenledger
