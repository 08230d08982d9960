// How a file of internal tracking is read, as the import dialog lets one choose it. GUI thread.
#pragma once

#include "app/finance/trackingfile.h"
#include "ui/theme.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QGridLayout;
class QTableWidget;

namespace tokenledger {

class Button;

class TrackingOptions : public QWidget {
    Q_OBJECT
public:
    explicit TrackingOptions(const Look& look, QWidget* parent = nullptr);

    [[nodiscard]] const TrackingFormat& format() const { return m_format; }
    void setFormat(const TrackingFormat& format);
    /// Shows which columns were found for the fields.
    void setFound(const std::vector<TrackingPreview::Column>& columns);

signals:
    /// By the user.
    void changed();

private:
    struct Menu {
        Button* button;
        QStringList texts;
        std::function<int()> current;
    };
    void addMenu(const QString& label, const char* name, const QStringList& texts, std::function<int()> current,
                 std::function<void(int)> choose);
    QCheckBox* addCheck(const QString& text, const char* name, bool TrackingFormat::*value);
    void addTable();
    void takeColumn(int row);
    void show();

    const Look& m_look;
    TrackingFormat m_format;
    std::vector<TrackingPreview::Column> m_found;
    std::vector<Menu> m_menus;
    std::vector<std::pair<QCheckBox*, bool TrackingFormat::*>> m_checks;
    QGridLayout* m_grid;
    QTableWidget* m_columns;
};

}  // namespace tokenledger
