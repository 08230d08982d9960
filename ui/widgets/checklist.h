// Lines with a mark: what was checked and what came out. GUI thread.
#pragma once

#include "ui/widgets/textline.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace tokenledger {

class IconLabel;

class CheckList : public QWidget {
    Q_OBJECT
public:
    enum class Mark { NotAsked, Asking, Good, Warning, Bad };
    struct Line {
        Mark mark = Mark::NotAsked;
        QString text;
        QString result;
    };
    CheckList(const Look& look, int lines, QWidget* parent = nullptr);
    void setLines(const QList<Line>& lines);

private:
    struct Row {
        IconLabel* icon;
        QLabel* text;
        QLabel* result;
    };
    QList<Row> m_rows;
};

}  // namespace tokenledger
