#include "ui/dialogs/preferencesections.h"

#include "app/api/proxyurl.h"
#include "charts/format.h"
#include "ui/filtertexts.h"
#include "ui/widgets/button.h"

#include <QActionGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

namespace tokenledger {

namespace {

constexpr int LabelWidth = 150;
constexpr std::int64_t SampleTokens = 12'345'678;

QString sampleOf(const QLocale& locale) {
    return formatMoney(Money::fromNano(1'234'560'000'000), 2, locale) + QStringLiteral(" · ") +
           formatDayWithYear(UtcDay::fromDate(2026, 11, 19), locale);
}

QString localeTitle(const QString& name) {
    const QLocale locale(name);
    return QStringLiteral("%1 (%2)").arg(locale.nativeLanguageName(), locale.nativeTerritoryName());
}

}  // namespace

PreferenceSection::PreferenceSection(const Look& look, Settings& settings, std::function<void()> changed,
                                     QWidget* parent)
    : QWidget(parent), m_look(look), m_settings(settings), m_changed(std::move(changed)) {
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(20, 16, 20, 16);
    m_column->setSpacing(8);
}

void PreferenceSection::finish() { m_column->addStretch(1); }

void PreferenceSection::addHeading(const QString& text) {
    auto* heading = new QLabel(text, this);
    heading->setFont(Look::font(TextStyle::Strong));
    if (m_column->count() > 0) m_column->addSpacing(12);
    m_column->addWidget(heading);
}

void PreferenceSection::addNote(const QString& text) {
    auto* label = new QLabel(text, this);
    label->setWordWrap(true);
    label->setProperty("role", QStringLiteral("muted"));
    m_column->addWidget(label);
}

void PreferenceSection::addRow(const QString& label, QWidget* field) {
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    auto* name = new QLabel(label, this);
    name->setMinimumWidth(LabelWidth);
    name->setBuddy(field);
    row->addWidget(name);
    row->addWidget(field);
    row->addStretch(1);
    m_column->addLayout(row);
}

template <typename Value>
void PreferenceSection::addChoice(const QString& label, const char* name, const Choices<Value>& choices,
                                  const Value& current, std::function<void(const Value&)> choose) {
    QStringList texts;
    int shown = 0;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        texts.append(choices[i].second);
        if (choices[i].first == current) shown = static_cast<int>(i);
    }
    addMenuRow(label, name, texts, shown, [choices, choose = std::move(choose)](int index) {
        choose(choices[static_cast<std::size_t>(index)].first);
    });
}

void PreferenceSection::addMenuRow(const QString& label, const char* name, const QStringList& texts, int current,
                                   std::function<void(int)> choose) {
    auto* button = new Button(m_look, Button::Kind::Normal, {}, this);
    button->setObjectName(QLatin1String(name));
    const auto show = [button, label, texts](int index) {
        button->setText(texts.at(index));
        button->setAccessibleName(tr("%1: %2").arg(label, texts.at(index)));
        button->setProperty("choice", index);
        button->updateGeometry();
    };
    show(current);
    button->setMenuMaker([this, button, texts, show, choose = std::move(choose)](QMenu& menu) {
        auto* group = new QActionGroup(&menu);
        for (int i = 0; i < texts.size(); ++i) {
            QAction* action = menu.addAction(QString(texts.at(i)).replace(u'&', QStringLiteral("&&")));
            action->setCheckable(true);
            action->setChecked(i == button->property("choice").toInt());
            group->addAction(action);
            connect(action, &QAction::triggered, this, [this, i, show, choose] {
                show(i);
                choose(i);
                tellChanged();
            });
        }
    });
    addRow(label, button);
}

void PreferenceSection::addCheck(const QString& text, const char* name, bool on, std::function<void(bool)> choose) {
    auto* box = new QCheckBox(text, this);
    box->setObjectName(QLatin1String(name));
    box->setChecked(on);
    connect(box, &QCheckBox::toggled, this, [this, choose = std::move(choose)](bool checked) {
        choose(checked);
        tellChanged();
    });
    m_column->addWidget(box);
}

GeneralSection::GeneralSection(const Look& look, Settings& settings, std::function<void()> changed, QWidget* parent)
    : PreferenceSection(look, settings, std::move(changed), parent) {
    addHeading(tr("Window"));
    addChoice<ThemeChoice>(tr("Theme"), "preferTheme",
                           {{ThemeChoice::System, tr("As the system")},
                            {ThemeChoice::Light, tr("Light")},
                            {ThemeChoice::Dark, tr("Dark")}},
                           settings.theme(), [&settings](const ThemeChoice& choice) { settings.setTheme(choice); });
    addChoice<LanguageChoice>(tr("Language"), "preferLanguage",
                              {{LanguageChoice::System, tr("As the system")},
                               {LanguageChoice::English, QStringLiteral("English")},
                               {LanguageChoice::German, QStringLiteral("Deutsch")}},
                              settings.language(),
                              [&settings](const LanguageChoice& choice) { settings.setLanguage(choice); });
    addNote(tr("Another language is spoken from the next start on."));
    addStart();
    addHeading(tr("Fiscal year"));
    Choices<int> months;
    for (int month = 1; month <= 12; ++month) months.push_back({month, QLocale().standaloneMonthName(month)});
    addChoice<int>(tr("Begins with"), "preferYearStart", months, settings.yearStart(),
                   [&settings](const int& month) { settings.setYearStart(month); });
    addNote(tr("Quarter to date and year to date follow it."));
    finish();
}

void GeneralSection::addStart() {
    addHeading(tr("A new organization begins with"));
    const FilterState start = settings().startFilters();
    const auto change = [&all = settings()](const std::function<void(FilterState&)>& apply) {
        FilterState state = all.startFilters();
        apply(state);
        all.setStartFilters(state);
    };
    Choices<PeriodPreset> periods;
    for (const PeriodPreset preset :
         {PeriodPreset::Days7, PeriodPreset::Days30, PeriodPreset::MonthToDate, PeriodPreset::LastMonth,
          PeriodPreset::Quarter, PeriodPreset::YearToDate, PeriodPreset::Months12, PeriodPreset::All}) {
        periods.push_back({preset, periodTitle(preset)});
    }
    addChoice<PeriodPreset>(tr("Period"), "preferPeriod", periods, start.period, [change](const PeriodPreset& preset) {
        change([preset](FilterState& state) { state.period = preset; });
    });
    Choices<std::optional<Interval>> intervals{{std::nullopt, tr("By the length of the period")}};
    for (const Interval interval : {Interval::Day, Interval::Week, Interval::Month})
        intervals.push_back({interval, intervalTitle(interval)});
    addChoice<std::optional<Interval>>(tr("Interval"), "preferInterval", intervals, start.interval,
                                       [change](const std::optional<Interval>& interval) {
                                           change([interval](FilterState& state) { state.interval = interval; });
                                       });
    Choices<Comparison> comparisons;
    for (const Comparison comparison : {Comparison::PreviousPeriod, Comparison::SamePeriodLastYear, Comparison::None})
        comparisons.push_back({comparison, comparisonTitle(comparison)});
    addChoice<Comparison>(tr("Compare with"), "preferComparison", comparisons, start.comparison,
                          [change](const Comparison& comparison) {
                              change([comparison](FilterState& state) { state.comparison = comparison; });
                          });
}

NumbersSection::NumbersSection(const Look& look, Settings& settings, std::function<void()> changed, QWidget* parent)
    : PreferenceSection(look, settings, std::move(changed), parent) {
    addHeading(tr("Numbers and dates"));
    const QLocale automatic = figuresLocale({}, settings.language());
    Choices<QString> formats{{QString(), tr("Automatic: %1").arg(sampleOf(automatic))}};
    for (const QString& name : figureLocales())
        formats.push_back({name, QStringLiteral("%1: %2").arg(localeTitle(name), sampleOf(QLocale(name)))});
    addChoice<QString>(tr("Written as"), "preferFigures", formats, settings.figures(),
                       [&settings](const QString& name) { settings.setFigures(name); });
    addNote(
        tr("Automatic follows the system, or the language where another one is chosen. All days are UTC days, "
           "whatever the format."));
    addHeading(tr("Tokens"));
    addChoice<TokenDigits>(tr("In tables"), "preferTokens",
                           {{TokenDigits::Short, tr("Short: %1").arg(formatTokens(SampleTokens))},
                            {TokenDigits::Every, tr("Every digit: %1").arg(formatCount(SampleTokens))}},
                           settings.tableTokens(),
                           [&settings](const TokenDigits& digits) { settings.setTableTokens(digits); });
    addNote(tr("A figure that is shown short says every digit under the pointer, and in exports."));
    finish();
}

SyncSection::SyncSection(const Look& look, Settings& settings, std::function<void()> changed, QWidget* parent)
    : PreferenceSection(look, settings, std::move(changed), parent) {
    addHeading(tr("Sync"));
    const Settings::AutoSync choice = settings.autoSync();
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_autoSync = new QCheckBox(tr("Sync by itself every"), this);
    m_autoSync->setObjectName(QStringLiteral("autoSync"));
    m_autoSync->setChecked(choice.on);
    row->addWidget(m_autoSync);
    m_minutes = new QSpinBox(this);
    m_minutes->setObjectName(QStringLiteral("autoSyncMinutes"));
    m_minutes->setAccessibleName(tr("Minutes between two syncs"));
    m_minutes->setRange(1, 24 * 60);
    m_minutes->setValue(choice.minutes);
    m_minutes->setEnabled(choice.on);
    m_minutes->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_minutes->setFixedWidth(64);
    m_minutes->setKeyboardTracking(false);  // the first digit of a number is none yet
    row->addWidget(m_minutes);
    row->addWidget(new QLabel(tr("minutes"), this));
    row->addStretch(1);
    column()->addLayout(row);
    addNote(
        tr("Only a connected organization that was synced before. Each sync takes some of the about 90 report "
           "requests an hour that the whole organization has."));
    connect(m_autoSync, &QCheckBox::toggled, m_minutes, &QWidget::setEnabled);
    const auto store = [this] {
        this->settings().setAutoSync({m_autoSync->isChecked(), m_minutes->value()});
        tellChanged();
    };
    connect(m_autoSync, &QCheckBox::toggled, this, store);
    connect(m_minutes, &QSpinBox::valueChanged, this, store);
    addCheck(tr("Tell on the desktop when a budget reaches a threshold"), "budgetNotices", settings.budgetNotices(),
             [&settings](bool on) { settings.setBudgetNotices(on); });
    addProxy();
    finish();
}

void SyncSection::addProxy() {
    addHeading(tr("Network"));
    const QString own = settings().proxy();
    auto* systemProxy = new QRadioButton(tr("The system's proxy, if it has one"), this);
    systemProxy->setObjectName(QStringLiteral("systemProxy"));
    column()->addWidget(systemProxy);
    m_ownProxy = new QRadioButton(tr("This proxy:"), this);
    m_ownProxy->setObjectName(QStringLiteral("ownProxy"));
    m_proxy = new QLineEdit(own, this);
    m_proxy->setObjectName(QStringLiteral("proxyField"));
    m_proxy->setAccessibleName(tr("Address of the proxy"));
    m_proxy->setPlaceholderText(QStringLiteral("http://proxy.example.com:8080"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_ownProxy);
    row->addWidget(m_proxy, 1);
    column()->addLayout(row);
    m_proxyProblem = new QLabel(this);
    m_proxyProblem->setObjectName(QStringLiteral("proxyProblem"));
    m_proxyProblem->setProperty("role", QStringLiteral("bad"));
    m_proxyProblem->setWordWrap(true);
    m_proxyProblem->hide();
    column()->addWidget(m_proxyProblem);
    (own.isEmpty() ? systemProxy : m_ownProxy)->setChecked(true);
    m_proxy->setEnabled(!own.isEmpty());
    connect(m_ownProxy, &QRadioButton::toggled, m_proxy, &QWidget::setEnabled);
    connect(m_ownProxy, &QRadioButton::toggled, m_proxyProblem, &QWidget::hide);
    // An address that is still to be typed is no wrong one.
    connect(systemProxy, &QRadioButton::toggled, this, [this](bool system) {
        if (system) storeProxy();
    });
    connect(m_proxy, &QLineEdit::editingFinished, this, &SyncSection::storeProxy);
}

bool SyncSection::storeProxy() {
    QString proxy;
    if (m_ownProxy->isChecked()) {
        const auto url = checkProxyUrl(m_proxy->text());
        m_proxyProblem->setVisible(!url);
        if (!url) {
            m_proxyProblem->setText(url.error().message);
            return false;
        }
        proxy = url->toString();
    }
    if (proxy == settings().proxy()) return true;
    settings().setProxy(proxy);
    tellChanged();
    return true;
}

ExportSection::ExportSection(const Look& look, Settings& settings, std::function<void()> changed, QWidget* parent)
    : PreferenceSection(look, settings, std::move(changed), parent) {
    addHeading(tr("People"));
    addCheck(tr("Replace people's names in exports"), "replaceNames", settings.replacesNames(),
             [this](bool replaces) { this->settings().setReplacesNames(replaces); });
    addNote(tr("Names and e-mail addresses become pseudonyms, the same in all exports of an organization."));
    addHeading(tr("CSV files"));
    const CsvOptions csv = settings.csv();
    addChoice<char>(tr("Between columns"), "csvSeparator",
                    {{',', tr("Comma")}, {';', tr("Semicolon")}, {'\t', tr("Tab")}}, csv.separator,
                    [this](const char& c) { change([c](CsvOptions& options) { options.separator = c; }); });
    addChoice<char>(tr("Decimals after"), "csvDecimal", {{'.', tr("Point")}, {',', tr("Comma")}}, csv.decimalPoint,
                    [this](const char& c) { change([c](CsvOptions& options) { options.decimalPoint = c; }); });
    addChoice<bool>(tr("Line ends"), "csvLineEnd", {{false, tr("CRLF, as the standard wants")}, {true, tr("LF")}},
                    csv.unixLineEnds,
                    [this](const bool& unix) { change([unix](CsvOptions& o) { o.unixLineEnds = unix; }); });
    addCheck(tr("Begin with a byte order mark"), "csvMark", csv.byteOrderMark,
             [this](bool on) { change([on](CsvOptions& options) { options.byteOrderMark = on; }); });
    addNote(
        tr("A German Excel opens files with semicolons, decimal commas and a byte order mark by a double click. "
           "Amounts are exact in every form, and the command line always writes the standard one: comma, point, "
           "CRLF."));
    finish();
}

void ExportSection::change(const std::function<void(CsvOptions&)>& apply) {
    CsvOptions options = settings().csv();
    apply(options);
    settings().setCsv(options);
}

}  // namespace tokenledger
