// Choosing values of one dimension: a search field over a list of check boxes. GUI thread.
#pragma once

#include "app/session.h"
#include "ui/filterstate.h"
#include "ui/widgets/popover.h"

class QLineEdit;
class QListWidget;

namespace tokenledger {

class FilterPopup : public Popover {
    Q_OBJECT
public:
    FilterPopup(const Look& look, Dimension dimension, const std::vector<Session::FilterValue>& values,
                const std::vector<FilterChoice>& chosen, QWidget* anchor);

signals:
    void applied(tokenledger::Dimension dimension, const std::vector<tokenledger::FilterChoice>& anyOf);

private:
    void search(const QString& text);
    [[nodiscard]] std::vector<FilterChoice> choice() const;
    std::vector<Session::FilterValue> m_values;
    QLineEdit* m_search;
    QListWidget* m_list;
};

/// "Workspace", "Model", "API key".
[[nodiscard]] QString dimensionTitle(Dimension dimension);
/// A value as the window shows it: models by their display name.
[[nodiscard]] QString valueTitle(Dimension dimension, const QString& value, const QString& name);

}  // namespace tokenledger
