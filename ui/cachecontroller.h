// Behind the Cache efficiency page: the picture of the chosen grouping and the selected bar. GUI thread.
#pragma once

#include "ui/barpicturecontroller.h"

namespace tokenledger {

struct CacheQuestion {
    FilterState filters;
    DateRange range;
    std::vector<Dimension> by;
    std::optional<DateRange> selected;
    friend bool operator==(const CacheQuestion&, const CacheQuestion&) = default;
};

class CacheController : public BarPictureController<CacheQuestion, CacheBreakdown> {
    Q_OBJECT
public:
    /// Both outlive it.
    CacheController(SessionController& controller, Settings& settings, QObject* parent = nullptr);

    /// What a row of the table is.
    [[nodiscard]] Settings::CacheGroups groups() const { return m_groups; }
    void setGroups(Settings::CacheGroups groups);

    /// What the chart shows, as a report.
    [[nodiscard]] ReportRequest chartReport() const;

protected:
    [[nodiscard]] CacheQuestion question() const override;
    [[nodiscard]] QFuture<Result<CacheBreakdown>> read(const CacheQuestion& asked) override;

private:
    Settings& m_settings;
    Settings::CacheGroups m_groups;
};

}  // namespace tokenledger
