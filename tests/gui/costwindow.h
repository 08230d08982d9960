// The Cost page in the real window, on a small cache whose every amount is known.
#pragma once

#include "charts/costtrendchart.h"
#include "tests/gui/guifixture.h"
#include "tests/storage/cachefixture.h"
#include "ui/costcontroller.h"
#include "ui/widgets/datatable.h"

namespace tokenledger::test {

inline constexpr int Patience = 60'000;
inline const DateRange Filled = days("2026-09-01", "2026-11-18");
inline const DateRange Period = days("2026-10-20", "2026-11-18");  // of the filter bar; its last three are provisional
inline const UtcDay Clicked = day("2026-11-10");

/// All that was billed in these days, nano-dollars.
[[nodiscard]] std::int64_t sumOf(const DateRange& range);

/// Ten workspaces, of which one is the default one, six models and costs without one; no day like the other.
class CostWindow {
public:
    CostWindow();

    /// A new window on the same home, with the page in front.
    void open();
    /// Waits for the picture that was asked for.
    void settle();
    void clickBar(UtcDay when);

    template <typename Widget>
    Widget& on(const char* name) {
        return find<Widget>(find<QWidget>(*window, "costPage"), name);
    }
    [[nodiscard]] CostController& cost() { return *window->findChild<CostController*>(); }
    [[nodiscard]] const CostBreakdown& shown() { return *cost().picture(); }
    [[nodiscard]] DataTable& table() { return on<DataTable>("costPivot"); }
    [[nodiscard]] CostTrendChart& chart() { return on<CostTrendChart>("costBreakdownChart"); }
    [[nodiscard]] QStringList firstColumn();
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
