// Finds in one of a card's tables: a field, how many there are, next and previous. Where the table is long it searches
// beside the GUI thread. GUI thread.
#pragma once

#include "ui/models/tablefind.h"
#include "ui/theme.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;

namespace tokenledger {

class Button;
class TableView;

class FindBar : public QFrame {
    Q_OBJECT
public:
    explicit FindBar(const Look& look, QWidget* parent = nullptr);

    /// Shows itself, with the keyboard in its field.
    void openFor(TableView& table);
    /// Gives the keyboard back to the table.
    void close();
    void step(bool backwards);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Jump { No, Yes };
    void search(Jump jump);
    void show(const FoundCells& found, Jump jump);
    void sayCount();
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);

    QPointer<TableView> m_table;
    QLineEdit* m_text;
    QLabel* m_count;
    Button* m_previous;
    Button* m_next;
    FoundCells m_found;
    int m_at = -1;  // of the found cells
    int m_generation = 0;
    CellPlace m_from;  // where the search began: letters that are typed do not run on from match to match
};

}  // namespace tokenledger
