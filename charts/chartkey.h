// The key of a chart in its card's header: total line, mean, provisional hatching, gaps. A small passive widget.
#pragma once

#include "charts/palette.h"

#include <QWidget>

#include <vector>

class QPainter;

namespace tokenledger {

enum class KeyMark { Total, Mean, Gap, Provisional, FinalDay, ProvisionalDay, MissingDay, FailedDay, NotAskedDay };

struct KeyEntry {
    KeyMark mark = KeyMark::Total;
    QString text;
    friend bool operator==(const KeyEntry&, const KeyEntry&) = default;
};

class ChartKey final : public QWidget {
    Q_OBJECT
public:
    explicit ChartKey(QWidget* parent = nullptr);
    void setEntries(std::vector<KeyEntry> entries);
    void setTheme(Theme theme);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    std::vector<KeyEntry> m_entries;
    Theme m_theme = Theme::Light;
};

/// Width that the entries take, and their painting with the right edge at `right`; those that do not fit in `width` are
/// left out, first ones first.
[[nodiscard]] double keyWidth(const std::vector<KeyEntry>& entries, const QFont& font);
void paintKey(QPainter& painter, const std::vector<KeyEntry>& entries, const Palette& colours, double right,
              double centre, double width);

}  // namespace tokenledger
