// The bar across the top that every page follows, and beside it sync and export. GUI thread.
#pragma once

#include "app/session.h"
#include "ui/filterstate.h"
#include "ui/theme.h"

#include <QFrame>

#include <functional>

class QHBoxLayout;

namespace tokenledger {

class Button;

class FilterBar : public QFrame {
    Q_OBJECT
public:
    /// What the sync button shows.
    struct SyncState {
        enum class Kind { Unavailable, Idle, Running, Paused, Stopping };
        Kind kind = Kind::Unavailable;
        QString hint;    // "67 of 90 left", "3 of 8", "17:42 to reset"
        QString reason;  // tool tip: why it is unavailable
    };
    using Values = std::function<const std::vector<Session::FilterValue>&(Dimension)>;

    FilterBar(const Look& look, Values values, QWidget* parent = nullptr);

    void setState(const FilterState& state, const DateRange& range, UtcDay today);
    void setHistory(bool back, bool forward);
    void setSync(const SyncState& sync);
    void setExportEnabled(bool enabled);
    /// Hides what the page in front does not follow: interval, comparison and filters.
    void setPeriodOnly(bool only);
    /// Opens the menu that adds a filter.
    void focusFilter();
    void openExportMenu();
    void openViewsMenu();

signals:
    void stateChanged(const tokenledger::FilterState& state);
    void backClicked();
    void forwardClicked();
    void syncClicked();
    void cancelClicked();
    void exportMenuWanted(QMenu& menu);
    void viewsMenuWanted(QMenu& menu);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildControls();
    void fillPeriodMenu(QMenu& menu);
    void fillIntervalMenu(QMenu& menu);
    void fillCompareMenu(QMenu& menu);
    void fillFilterMenu(QMenu& menu);
    void openFilterPopup(Dimension dimension, QWidget* anchor);
    void openCustomPeriod();
    void rebuildChips();
    void updateTexts();
    void fit();
    template <typename Change>
    void change(Change apply) {
        FilterState state = m_state;
        apply(state);
        emit stateChanged(state);
    }

    const Look& m_look;
    Values m_values;
    FilterState m_state;
    DateRange m_range;
    UtcDay m_today;
    SyncState m_sync;
    bool m_periodOnly = false;
    Button* m_back;
    Button* m_forward;
    Button* m_period;
    Button* m_interval;
    Button* m_compare;
    Button* m_addFilter;
    Button* m_views;
    Button* m_syncButton;
    Button* m_cancel;
    Button* m_export;
    QWidget* m_chipRow;
    QHBoxLayout* m_chips;
};

}  // namespace tokenledger
