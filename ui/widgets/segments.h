// One choice of few, side by side; rarer ones in a menu at the end. One tab stop, arrow keys choose. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QWidget>

#include <vector>

class QAbstractButton;
class QButtonGroup;
class QHBoxLayout;

namespace tokenledger {

class Segments : public QWidget {
    Q_OBJECT
public:
    struct Choice {
        int id = 0;
        QString name;  // object name of its segment, or of its entry in the menu
        QString title;
    };
    /// `more`: behind the last segment.
    Segments(const Look& look, const std::vector<Choice>& choices, const std::vector<Choice>& more,
             QWidget* parent = nullptr);

    void setCurrent(int id);
    [[nodiscard]] int current() const { return m_current; }

signals:
    /// By the user; never by setCurrent.
    void chosen(int id);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    void openMenu();
    const Look& m_look;
    std::vector<Choice> m_more;
    QButtonGroup* m_group;
    QAbstractButton* m_moreButton;
    int m_current = -1;
};

}  // namespace tokenledger
