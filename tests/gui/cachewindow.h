// The Cache efficiency page in the real window, on a small cache whose every token and price is known.
#pragma once

#include "charts/cacheefficiencychart.h"
#include "tests/gui/guifixture.h"
#include "tests/storage/cachefixture.h"
#include "tests/unit/reports/cacheentries.h"
#include "ui/cachecontroller.h"
#include "ui/widgets/datatable.h"

namespace tokenledger::test {

inline constexpr int Patience = 60'000;
inline const DateRange Period = days("2026-10-01", "2026-11-18");  // of the filter bar; its last three are provisional

class CacheWindow {
public:
    CacheWindow();

    /// A new window on the same home, with the page in front.
    void open();
    /// Waits for the picture that was asked for.
    void settle();
    void clickBar(UtcDay when);

    template <typename Widget>
    Widget& on(const char* name) {
        return find<Widget>(find<QWidget>(*window, "cachePage"), name);
    }
    [[nodiscard]] CacheController& cache() { return *window->findChild<CacheController*>(); }
    [[nodiscard]] const CacheBreakdown& shown() { return *cache().picture(); }
    [[nodiscard]] DataTable& table() { return on<DataTable>("cacheGroupsTable"); }
    [[nodiscard]] CacheEfficiencyChart& chart() { return on<CacheEfficiencyChart>("cachePageChart"); }
    [[nodiscard]] QStringList texts(int column);
    [[nodiscard]] int columnOf(const QString& title);
    /// Of a row, the total's when none is given.
    [[nodiscard]] DisplayCell cellOf(const QString& column, int row = -1);
    /// The labels of the popover that is open; closes it.
    [[nodiscard]] QStringList popoverTexts();

    std::vector<UsageEntry> entries;
    GuiHome home;
    std::unique_ptr<Look> look;
    std::unique_ptr<MainWindow> window;
};

}  // namespace tokenledger::test
