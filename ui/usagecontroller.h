// Behind the Usage page: the picture of the chosen dimension and the selected bar, and, apart from it, what is below
// the table. GUI thread.
#pragma once

#include "ui/barpicturecontroller.h"

namespace tokenledger {

struct UsageQuestion {
    FilterState filters;
    DateRange range;
    Dimension rows = Dimension::TokenType;
    std::optional<DateRange> selected;
    friend bool operator==(const UsageQuestion&, const UsageQuestion&) = default;
};

class UsageController : public BarPictureController<UsageQuestion, UsageBreakdown> {
    Q_OBJECT
public:
    /// Both outlive it.
    UsageController(SessionController& controller, Settings& settings, QObject* parent = nullptr);

    /// Rows of the table and layers of the chart.
    [[nodiscard]] Dimension rows() const { return m_rows; }
    void setRows(Dimension dimension);

    // What chart and table show, as reports.
    [[nodiscard]] ReportRequest chartReport() const;
    [[nodiscard]] ReportRequest tableReport() const;

signals:
    void viewChanged();

protected:
    [[nodiscard]] UsageQuestion question() const override;
    [[nodiscard]] QFuture<Result<UsageBreakdown>> read(const UsageQuestion& asked) override;

private:
    Settings& m_settings;
    Dimension m_rows;
};

struct UsageDetailsQuestion {
    std::vector<DimensionChoice> filters;
    DateRange range;
    UtcDay today;
    friend bool operator==(const UsageDetailsQuestion&, const UsageDetailsQuestion&) = default;
};

class UsageDetailsController : public PictureController<UsageDetailsQuestion, UsageDetails> {
    Q_OBJECT
public:
    /// `controller` outlives it.
    explicit UsageDetailsController(SessionController& controller, QObject* parent = nullptr);

    [[nodiscard]] ReportRequest keysReport() const;
    [[nodiscard]] ReportRequest hoursReport() const;

protected:
    [[nodiscard]] UsageDetailsQuestion question() const override;
    [[nodiscard]] QFuture<Result<UsageDetails>> read(const UsageDetailsQuestion& asked) override;

private:
    [[nodiscard]] ReportRequest report(const DateRange& range, Interval interval) const;
};

}  // namespace tokenledger
