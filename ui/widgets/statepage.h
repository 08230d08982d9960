// Where there is nothing to draw: what is the matter, in one sentence, and the one thing that helps. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QWidget>

class QLabel;

namespace tokenledger {

class Button;
class IconLabel;

class StatePage : public QWidget {
    Q_OBJECT
public:
    explicit StatePage(const Look& look, QWidget* parent = nullptr);
    struct Content {
        QString icon;
        bool bad = false;
        QString title;
        QString text;
        QString action;
        QString second;  // a lesser way out; empty: none
        QString detail;  // technical text; empty: none
    };
    void setContent(const Content& content);

signals:
    void actionClicked();
    void secondClicked();

private:
    IconLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_detail;
    Button* m_action;
    Button* m_second;
};

}  // namespace tokenledger
