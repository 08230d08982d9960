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
    enum class Kind { Info, Warning, Bad };
    struct Content {
        Kind kind = Kind::Info;
        QString icon;
        QString claim;         // bold
        QString reason;        // beside it
        QString action;        // the button; empty: none
        QString detail;        // behind "Details"; empty: none
        QString dismiss = {};  // the button that makes it rest; empty: none
    };
    Notice(const Look& look, QWidget* parent = nullptr);
    /// Without a claim it hides.
    void setContent(const Content& content);

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
