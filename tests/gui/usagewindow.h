// The Usage page in the real window, on a small cache whose every token is known.
#pragma once

#include "charts/costtrendchart.h"
#include "tests/gui/guifixture.h"
#include "tests/storage/cachefixture.h"
#include "ui/usagecontroller.h"
#include "ui/widgets/datatable.h"

#include <functional>

namespace tokenledger::test {

inline constexpr int Patience = 60'000;
inline const DateRange Filled = days("2026-09-01", "2026-11-18");
inline const DateRange Period = days("2026-10-20", "2026-11-18");  // of the filter bar; its last three are provisional
inline const DateRange Before = days("2026-09-20", "2026-10-19");
inline const UtcDay Clicked = day("2026-11-10");

using UsageCondition = std::function<bool(const UsageInput&)>;
/// All that was used in these days.
[[nodiscard]] UsageMeasures sumOf(
    const DateRange& range, const UsageCondition& holds = [](const UsageInput&) { return true; });
[[nodiscard]] std::int64_t tokensIn(
    const DateRange& range, const UsageCondition& holds = [](const UsageInput&) { return true; });

/// Three workspaces, of which one is the default one, four keys in use beside the Console, two that lie idle, three
/// models; no day like the other.
class UsageWindow {
public:
    explicit UsageWindow(bool withHours = false);

    /// A new window on the same home, with the page in front.
    void open();
    /// Waits for the pictures that were asked for.
    void settle();
    void clickBar(UtcDay when);
    void stackBy(const char* dimension);

    template <typename Widget>
    Widget& on(const char* name) {
        return find<Widget>(find<QWidget>(*window, "usagePage"), name);
    }
    [[nodiscard]] UsageController& usage() { return *window->findChild<UsageController*>(); }
    [[nodiscard]] UsageDetailsController& details() { return *window->findChild<UsageDetailsController*>(); }
    [[nodiscard]] const UsageBreakdown& shown() { return *usage().picture(); }
    [[nodiscard]] DataTable& table() { return on<DataTable>("usageTable"); }
    [[nodiscard]] CostTrendChart& chart() { return on<CostTrendChart>("usageChart"); }
    [[nodiscard]] QStringList firstColumn(const char* table);
    /// Of a row, the total's when none is given.
    [[nodiscard]] DisplayCell cellOf(const QString& column, int row = -1);
    [[nodiscard]] std::optional<std::int64_t> total() { return cellOf(QStringLiteral("Total")).number; }
    [[nodiscard]] Table report(const ReportRequest& request);
    /// The labels of the popover that is open; closes it.
    [[nodiscard]] QStringList popoverTexts();

    GuiHome home;
    std::unique_ptr<Look> look;
    std::unique_ptr<MainWindow> window;
};

}  // namespace tokenledger::test
