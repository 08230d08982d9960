#include "ui/tablememory.h"

#include "ui/settings.h"
#include "ui/widgets/tableview.h"

namespace tokenledger {

void rememberTables(QWidget& window, Settings& settings) {
    for (TableView* table : window.findChildren<TableView*>()) {
        table->setChoice(settings.tableChoice(table->objectName()));
        QObject::connect(table, &TableView::choiceChanged, table,
                         [table, &settings] { settings.setTableChoice(table->objectName(), table->choice()); });
    }
}

}  // namespace tokenledger
