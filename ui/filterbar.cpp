#include "ui/filterbar.h"

#include "charts/format.h"
#include "ui/filtertexts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/filterpopup.h"
#include "ui/widgets/periodpopup.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace tokenledger {

FilterBar::FilterBar(const Look& look, Values values, QWidget* parent)
    : QFrame(parent), m_look(look), m_values(std::move(values)) {
    setProperty("role", QStringLiteral("bar"));
    setObjectName(QStringLiteral("filterBar"));
    buildControls();
    connect(m_back, &QPushButton::clicked, this, &FilterBar::backClicked);
    connect(m_forward, &QPushButton::clicked, this, &FilterBar::forwardClicked);
    connect(m_syncButton, &QPushButton::clicked, this, &FilterBar::syncClicked);
    connect(m_cancel, &QPushButton::clicked, this, &FilterBar::cancelClicked);
    m_period->setMenuMaker([this](QMenu& menu) { fillPeriodMenu(menu); });
    m_interval->setMenuMaker([this](QMenu& menu) { fillIntervalMenu(menu); });
    m_compare->setMenuMaker([this](QMenu& menu) { fillCompareMenu(menu); });
    connect(m_addFilter, &QPushButton::clicked, this, &FilterBar::focusFilter);
    m_views->setMenuMaker([this](QMenu& menu) { emit viewsMenuWanted(menu); });
    m_export->setMenuMaker([this](QMenu& menu) { emit exportMenuWanted(menu); });
}

void FilterBar::buildControls() {
    const auto make = [this](Button::Kind kind, const QString& text, const char* name, const QString& spoken) {
        auto* button = new Button(m_look, kind, text, this);
        button->setObjectName(QLatin1String(name));
        button->setAccessibleName(spoken);
        return button;
    };
    m_back = make(Button::Kind::Ghost, {}, "back", tr("Back"));
    m_back->setIconName(QStringLiteral("chevron-left"));
    m_back->setFixedWidth(22);
    m_forward = make(Button::Kind::Ghost, {}, "forward", tr("Forward"));
    m_forward->setIconName(QStringLiteral("chevron-right"));
    m_forward->setFixedWidth(22);
    m_period = make(Button::Kind::Normal, {}, "period", tr("Period"));
    m_period->setLead(tr("Period"));
    m_period->setIconName(QStringLiteral("calendar"));
    m_interval = make(Button::Kind::Normal, {}, "interval", tr("Interval"));
    m_interval->setLead(tr("Interval"));
    m_compare = make(Button::Kind::Normal, {}, "compare", tr("Compare with"));
    m_compare->setLead(tr("Compare"));
    m_addFilter = make(Button::Kind::Ghost, tr("Filter"), "addFilter", tr("Add a filter"));
    m_addFilter->setIconName(QStringLiteral("plus"));
    m_views = make(Button::Kind::Ghost, tr("Views"), "views", tr("Saved views"));
    m_views->setIconName(QStringLiteral("bookmark"));
    m_views->setToolTip(tr("Views saved under a name: page, period, comparison and filters"));
    m_syncButton = make(Button::Kind::Normal, tr("Sync"), "sync", tr("Sync now"));
    m_syncButton->setIconName(QStringLiteral("sync"));
    m_cancel = make(Button::Kind::Ghost, {}, "cancelSync", tr("Stop the sync"));
    m_cancel->setIconName(QStringLiteral("close"));
    m_cancel->setToolTip(tr("Stop the sync; what has come in stays"));
    m_cancel->hide();
    m_export = make(Button::Kind::Primary, tr("Export"), "export", tr("Export what is shown"));
    m_export->setIconName(QStringLiteral("export"));

    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 1);
    rows->setSpacing(0);
    auto* bar = new QWidget(this);
    bar->setFixedHeight(47);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 0, 16, 0);
    row->setSpacing(8);
    row->addWidget(m_back);
    row->addSpacing(-8);
    row->addWidget(m_forward);
    row->addSpacing(-2);
    for (Button* button : {m_period, m_interval, m_compare, m_addFilter, m_views}) row->addWidget(button);
    row->addStretch(1);
    for (Button* button : {m_syncButton, m_cancel, m_export}) row->addWidget(button);
    rows->addWidget(bar);
    m_chipRow = new QWidget(this);
    m_chipRow->setObjectName(QStringLiteral("chipRow"));
    m_chipRow->setFixedHeight(36);
    m_chips = new QHBoxLayout(m_chipRow);
    m_chips->setContentsMargins(64, 0, 16, 8);
    m_chips->setSpacing(8);
    rows->addWidget(m_chipRow);
    m_chipRow->hide();
}

void FilterBar::setState(const FilterState& state, const DateRange& range, UtcDay today) {
    const bool chipsChanged = state.filters != m_state.filters;
    m_state = state;
    m_range = range;
    m_today = today;
    updateTexts();
    if (chipsChanged) rebuildChips();
    fit();
}

void FilterBar::setHistory(bool back, bool forward) {
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void FilterBar::setSync(const SyncState& sync) {
    m_sync = sync;
    const bool stopping = sync.kind == SyncState::Kind::Stopping;
    const bool running = stopping || sync.kind == SyncState::Kind::Running || sync.kind == SyncState::Kind::Paused;
    m_cancel->setVisible(running);
    m_cancel->setEnabled(!stopping);
    m_syncButton->setVisible(sync.kind != SyncState::Kind::Unavailable || !sync.reason.isEmpty());
    m_syncButton->setEnabled(sync.kind != SyncState::Kind::Unavailable);
    m_syncButton->setToolTip(sync.reason);
    m_syncButton->setKind(running ? Button::Kind::Outlined : Button::Kind::Normal);
    const bool paused = sync.kind == SyncState::Kind::Paused;
    m_syncButton->setIconName(paused ? QStringLiteral("pause") : QStringLiteral("sync"));
    m_syncButton->setText(stopping ? tr("Stopping") : paused ? tr("Paused") : running ? tr("Syncing") : tr("Sync"));
    m_syncButton->setHint(sync.hint);
    m_syncButton->setAccessibleName(running ? tr("Sync under way, %1").arg(sync.hint) : tr("Sync now"));
    fit();
}

void FilterBar::setExportEnabled(bool enabled) { m_export->setEnabled(enabled); }

void FilterBar::setPeriodOnly(bool only) {
    m_periodOnly = only;
    for (Button* button : {m_interval, m_compare, m_addFilter}) button->setVisible(!only);
    m_chipRow->setVisible(!only && !m_state.filters.empty());
    fit();
}

void FilterBar::updateTexts() {
    const QString dates = periodText(m_state.period, m_range);
    m_period->setText(dates);
    m_period->setAccessibleName(tr("Period: %1").arg(dates));
    m_interval->setText(intervalText(m_state, m_range));
    m_interval->setAccessibleName(tr("Interval: %1").arg(m_interval->text()));
    m_compare->setText(comparisonTitle(m_state.comparison));
    m_compare->setAccessibleName(tr("Compare with: %1").arg(m_compare->text()));
}

void FilterBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fit();
}

/// Leaves out words until the row fits: first the saved views', which have an icon, then lead words, the sync button's
/// hint, the other words that an icon stands for, at last the period's name beside its dates.
void FilterBar::fit() {
    const int fixed = 14 + 16 + 44 + 8 * 8 + (m_cancel->isHidden() ? 0 : 38);
    const bool showsSync = !m_syncButton->isHidden();
    constexpr int LastStep = 5;
    for (int step = 0; step <= LastStep; ++step) {
        const bool lead = step < 2;
        const bool hint = step < 3;
        m_views->setText(step < 1 ? tr("Views") : QString());
        m_addFilter->setText(step < 4 ? tr("Filter") : QString());
        m_export->setText(step < 4 ? tr("Export") : QString());
        m_period->setText(step < LastStep ? periodText(m_state.period, m_range) : formatRange(m_range));
        int width = fixed + m_export->sizeHint().width() + m_views->sizeHint().width() +
                    (showsSync ? m_syncButton->widthWith(lead, hint) : 0);
        if (!m_addFilter->isHidden()) width += m_addFilter->sizeHint().width();
        for (const Button* button : {m_period, m_interval, m_compare}) {
            if (!button->isHidden()) width += button->widthWith(lead, hint);
        }
        if (width > this->width() && step < LastStep) continue;
        for (Button* button : {m_period, m_interval, m_compare, m_syncButton}) button->setCompact(!lead, !hint);
        return;
    }
}

void FilterBar::fillPeriodMenu(QMenu& menu) {
    auto* group = new QActionGroup(&menu);
    for (const PeriodPreset preset :
         {PeriodPreset::Days7, PeriodPreset::Days30, PeriodPreset::MonthToDate, PeriodPreset::LastMonth,
          PeriodPreset::Quarter, PeriodPreset::YearToDate, PeriodPreset::Months12, PeriodPreset::All}) {
        QAction* action = menu.addAction(periodTitle(preset));
        action->setCheckable(true);
        action->setChecked(m_state.period == preset);
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, preset] { change([preset](FilterState& state) { state.period = preset; }); });
    }
    menu.addSeparator();
    QAction* custom = menu.addAction(tr("Custom..."));
    custom->setObjectName(QStringLiteral("customPeriod"));
    custom->setCheckable(true);
    custom->setChecked(m_state.period == PeriodPreset::Custom);
    group->addAction(custom);
    connect(custom, &QAction::triggered, this, &FilterBar::openCustomPeriod);
}

void FilterBar::openCustomPeriod() {
    auto* popup = new PeriodPopup(m_look, m_range, m_today, m_period);
    connect(popup, &PeriodPopup::applied, this, [this](const DateRange& range) {
        change([&range](FilterState& state) {
            state.period = PeriodPreset::Custom;
            state.custom = range;
        });
    });
    popup->showBelow();
}

void FilterBar::fillIntervalMenu(QMenu& menu) {
    auto* group = new QActionGroup(&menu);
    const auto add = [&](const QString& text, std::optional<Interval> interval, bool enabled) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(m_state.interval == interval);
        action->setEnabled(enabled);
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, interval] { change([interval](FilterState& state) { state.interval = interval; }); });
    };
    add(tr("Auto"), std::nullopt, true);
    menu.addSeparator();
    for (const Interval interval : {Interval::Day, Interval::Week, Interval::Month}) {
        const bool enabled = fits(interval, m_range);
        add(enabled ? intervalTitle(interval) : tr("%1 (period too long)").arg(intervalTitle(interval)), interval,
            enabled);
    }
}

void FilterBar::fillCompareMenu(QMenu& menu) {
    auto* group = new QActionGroup(&menu);
    for (const Comparison comparison : {Comparison::PreviousPeriod, Comparison::SamePeriodLastYear, Comparison::None}) {
        QAction* action = menu.addAction(comparisonTitle(comparison));
        action->setCheckable(true);
        action->setChecked(m_state.comparison == comparison);
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, comparison] { change([comparison](FilterState& state) { state.comparison = comparison; }); });
    }
}

void FilterBar::fillFilterMenu(QMenu& menu) {
    for (const Dimension dimension : filterDimensions()) {
        QAction* action = menu.addAction(dimensionTitle(dimension) + QStringLiteral("..."));
        action->setObjectName(QStringLiteral("filterBy_") + dimensionName(dimension));
        action->setEnabled(!m_values(dimension).empty());
        connect(action, &QAction::triggered, this, [this, dimension] { openFilterPopup(dimension, m_addFilter); });
    }
}

void FilterBar::focusFilter() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillFilterMenu(*menu);
    menu->popup(m_addFilter->mapToGlobal(QPoint(0, m_addFilter->height() + 3)));
}

void FilterBar::openViewsMenu() {
    if (m_views->isVisible()) m_views->click();
}

void FilterBar::openExportMenu() {
    if (m_export->isEnabled()) m_export->click();
}

void FilterBar::openFilterPopup(Dimension dimension, QWidget* anchor) {
    const DimensionChoice* present = m_state.filterOf(dimension);
    auto* popup = new FilterPopup(m_look, dimension, m_values(dimension),
                                  present != nullptr ? present->anyOf : std::vector<FilterChoice>{}, anchor);
    connect(popup, &FilterPopup::applied, this, [this](Dimension changed, const std::vector<FilterChoice>& anyOf) {
        change([changed, &anyOf](FilterState& state) { state.setFilter(changed, anyOf); });
    });
    popup->showBelow();
}

void FilterBar::rebuildChips() {
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        if (item->widget() != nullptr) item->widget()->deleteLater();
        delete item;
    }
    for (const DimensionChoice& choice : m_state.filters) {
        auto* chip = new Chip(m_look, chipText(choice), m_chipRow);
        const Dimension dimension = choice.dimension;
        chip->setObjectName(QStringLiteral("chip_") + dimensionName(dimension));
        connect(chip, &QPushButton::clicked, this, [this, dimension, chip] { openFilterPopup(dimension, chip); });
        connect(chip, &Chip::removed, this,
                [this, dimension] { change([dimension](FilterState& state) { state.setFilter(dimension, {}); }); });
        m_chips->addWidget(chip);
    }
    auto* reset = new Button(m_look, Button::Kind::Link, tr("Reset"), m_chipRow);
    reset->setObjectName(QStringLiteral("resetFilters"));
    reset->setAccessibleName(tr("Take all filters away"));
    connect(reset, &QPushButton::clicked, this, [this] { change([](FilterState& state) { state.filters.clear(); }); });
    m_chips->addWidget(reset);
    m_chips->addStretch(1);
    m_chipRow->setVisible(!m_periodOnly && !m_state.filters.empty());
}

}  // namespace tokenledger
