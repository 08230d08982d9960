#include "ui/settings.h"

#include "app/reports/usagebreakdown.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace tokenledger {

namespace {

const QString ThemeKey = QStringLiteral("window/theme");
const QString GeometryKey = QStringLiteral("window/geometry");
const QString LanguageKey = QStringLiteral("window/language");
const QString FiguresKey = QStringLiteral("window/figures");
const QString TokensKey = QStringLiteral("window/all-digits-of-tokens");
const QString PageKey = QStringLiteral("window/page");
const QString FiltersKey = QStringLiteral("filters/state");
const QString StartFiltersKey = QStringLiteral("filters/start");
const QString YearStartKey = QStringLiteral("filters/year-start");
const QString SeparatorKey = QStringLiteral("csv/separator");
const QString DecimalKey = QStringLiteral("csv/decimal-comma");
const QString MarkKey = QStringLiteral("csv/byte-order-mark");
const QString LineEndKey = QStringLiteral("csv/unix-line-ends");
const QString ReplacesNamesKey = QStringLiteral("export/pseudonyms");
const QString ModelsKey = QStringLiteral("colours/models");
const QString ValuesKey = QStringLiteral("colours/values");
const QString CostRowsKey = QStringLiteral("cost/rows");
const QString CostColumnsKey = QStringLiteral("cost/columns");
const QString UsageRowsKey = QStringLiteral("usage/rows");
const QString TablesKey = QStringLiteral("tables/");
const QString CacheGroupsKey = QStringLiteral("cache/group-by");
const QString OrganizationKey = QStringLiteral("organization/list");
const QString OpenedKey = QStringLiteral("opened/what");
const QString OpenedNameKey = QStringLiteral("opened/name");
const QString BudgetNoticesKey = QStringLiteral("notices/budgets");
const QString AutoSyncKey = QStringLiteral("sync/by-itself");
const QString AutoSyncMinutesKey = QStringLiteral("sync/minutes");
const QString ProxyKey = QStringLiteral("network/proxy");
constexpr int MostMinutes = 24 * 60;
constexpr std::pair<Settings::CacheGroups, const char*> CacheGroupNames[] = {
    {Settings::CacheGroups::WorkspaceAndModel, "workspace,model"},
    {Settings::CacheGroups::Model, "model"},
    {Settings::CacheGroups::Workspace, "workspace"},
    {Settings::CacheGroups::ApiKey, "api_key"}};

FilterState fromText(const QVariant& text) {
    return FilterState::fromJson(QJsonDocument::fromJson(text.toString().toUtf8()).object());
}

QString toText(const FilterState& state) {
    return QString::fromUtf8(QJsonDocument(state.toJson()).toJson(QJsonDocument::Compact));
}

/// A slash would make a group of its own.
QString viewsKey(const QString& organization) {
    return QStringLiteral("views/") + QString::fromLatin1(QUrl::toPercentEncoding(organization));
}

}  // namespace

Settings::Settings(const QString& path) : m_store(path, QSettings::IniFormat) {}

Settings::Settings()
    : m_store(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("tokenledger"),
              QStringLiteral("tokenledger")) {}

ThemeChoice Settings::theme() const {
    const QString name = m_store.value(ThemeKey).toString();
    if (name == QLatin1String("light")) return ThemeChoice::Light;
    if (name == QLatin1String("dark")) return ThemeChoice::Dark;
    return ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice choice) {
    m_store.setValue(ThemeKey, choice == ThemeChoice::Light  ? QStringLiteral("light")
                               : choice == ThemeChoice::Dark ? QStringLiteral("dark")
                                                             : QStringLiteral("system"));
}

QByteArray Settings::geometry() const { return m_store.value(GeometryKey).toByteArray(); }
void Settings::setGeometry(const QByteArray& geometry) { m_store.setValue(GeometryKey, geometry); }

LanguageChoice Settings::language() const {
    const QString name = m_store.value(LanguageKey).toString();
    if (name == QLatin1String("en")) return LanguageChoice::English;
    if (name == QLatin1String("de")) return LanguageChoice::German;
    return LanguageChoice::System;
}

void Settings::setLanguage(LanguageChoice choice) {
    m_store.setValue(LanguageKey, choice == LanguageChoice::English  ? QStringLiteral("en")
                                  : choice == LanguageChoice::German ? QStringLiteral("de")
                                                                     : QStringLiteral("system"));
}

QString Settings::figures() const { return m_store.value(FiguresKey).toString(); }
void Settings::setFigures(const QString& locale) { m_store.setValue(FiguresKey, locale); }

TokenDigits Settings::tableTokens() const {
    return m_store.value(TokensKey).toBool() ? TokenDigits::Every : TokenDigits::Short;
}
void Settings::setTableTokens(TokenDigits digits) { m_store.setValue(TokensKey, digits == TokenDigits::Every); }

FilterState Settings::filters() const {
    return m_store.contains(FiltersKey) ? fromText(m_store.value(FiltersKey)) : startFilters();
}
void Settings::setFilters(const FilterState& state) { m_store.setValue(FiltersKey, toText(state)); }

FilterState Settings::startFilters() const { return fromText(m_store.value(StartFiltersKey)); }
void Settings::setStartFilters(const FilterState& state) { m_store.setValue(StartFiltersKey, toText(state)); }

PageId Settings::page() const { return pageFromName(m_store.value(PageKey).toString()).value_or(PageId::Overview); }
void Settings::setPage(PageId page) { m_store.setValue(PageKey, pageName(page)); }

int Settings::yearStart() const { return std::clamp(m_store.value(YearStartKey, 1).toInt(), 1, 12); }
void Settings::setYearStart(int month) { m_store.setValue(YearStartKey, std::clamp(month, 1, 12)); }

SavedViews Settings::savedViews(const QString& organization) const {
    return SavedViews::fromJson(m_store.value(viewsKey(organization)).toString());
}
void Settings::setSavedViews(const QString& organization, const SavedViews& views) {
    m_store.setValue(viewsKey(organization), views.toJson());
}

ModelColours Settings::modelColours() const {
    return ModelColours::fromStrings(m_store.value(ModelsKey).toStringList());
}
void Settings::setModelColours(const ModelColours& colours) { m_store.setValue(ModelsKey, colours.toStrings()); }

ValueColours Settings::valueColours() const {
    return ValueColours::fromStrings(m_store.value(ValuesKey).toStringList());
}
void Settings::setValueColours(const ValueColours& colours) { m_store.setValue(ValuesKey, colours.toStrings()); }

Settings::CostView Settings::costView() const {
    const auto rows = dimensionFromName(m_store.value(CostRowsKey).toString());
    const auto columns = dimensionFromName(m_store.value(CostColumnsKey).toString());
    const auto isKnown = [](const std::optional<Dimension>& dimension) {
        for (const QStringView report : {u"cost", u"allocation"}) {
            const std::vector<Dimension>& known = findReport(report)->dimensions;
            if (dimension && std::find(known.begin(), known.end(), *dimension) != known.end()) return true;
        }
        return false;
    };
    return isKnown(rows) && isKnown(columns) ? CostView{*rows, *columns} : CostView();
}

void Settings::setCostView(const CostView& view) {
    m_store.setValue(CostRowsKey, dimensionName(view.rows));
    m_store.setValue(CostColumnsKey, dimensionName(view.columns));
}

Dimension Settings::usageRows() const {
    const auto rows = dimensionFromName(m_store.value(UsageRowsKey).toString());
    const bool isKnown =
        rows && std::find(UsageDimensions.begin(), UsageDimensions.end(), *rows) != UsageDimensions.end();
    return isKnown ? *rows : Dimension::TokenType;
}

void Settings::setUsageRows(Dimension dimension) { m_store.setValue(UsageRowsKey, dimensionName(dimension)); }

TableChoice Settings::tableChoice(const QString& table) const {
    return TableChoice::fromJson(
        QJsonDocument::fromJson(m_store.value(TablesKey + table).toString().toUtf8()).object());
}

void Settings::setTableChoice(const QString& table, const TableChoice& choice) {
    if (choice == TableChoice()) return m_store.remove(TablesKey + table);
    m_store.setValue(TablesKey + table,
                     QString::fromUtf8(QJsonDocument(choice.toJson()).toJson(QJsonDocument::Compact)));
}

Settings::CacheGroups Settings::cacheGroups() const {
    // As a list: that is how an INI file gives a text with a comma back.
    const QString stored = m_store.value(CacheGroupsKey).toStringList().join(QLatin1Char(','));
    for (const auto& [groups, name] : CacheGroupNames) {
        if (stored == QLatin1String(name)) return groups;
    }
    return CacheGroups::WorkspaceAndModel;
}

void Settings::setCacheGroups(CacheGroups groups) {
    for (const auto& [known, name] : CacheGroupNames) {
        if (known == groups) m_store.setValue(CacheGroupsKey, QString::fromLatin1(name));
    }
}

OrganizationList Settings::organizationList() const {
    const QString name = m_store.value(OrganizationKey).toString();
    for (const OrganizationList list : AllOrganizationLists) {
        if (organizationListName(list) == name) return list;
    }
    return OrganizationList::ApiKeys;
}

void Settings::setOrganizationList(OrganizationList list) {
    m_store.setValue(OrganizationKey, organizationListName(list));
}

Settings::LastOpened Settings::lastOpened() const {
    const QString what = m_store.value(OpenedKey).toString();
    if (what == QLatin1String("live")) return {Opened::Live, m_store.value(OpenedNameKey).toString()};
    if (what == QLatin1String("sample")) return {Opened::Sample, {}};
    if (what == QLatin1String("file")) return {Opened::File, m_store.value(OpenedNameKey).toString()};
    return {};
}

void Settings::setLastOpened(const LastOpened& last) {
    m_store.setValue(OpenedKey, last.what == Opened::Live     ? QStringLiteral("live")
                                : last.what == Opened::Sample ? QStringLiteral("sample")
                                : last.what == Opened::File   ? QStringLiteral("file")
                                                              : QString());
    m_store.setValue(OpenedNameKey, last.name);
}

bool Settings::budgetNotices() const { return m_store.value(BudgetNoticesKey, true).toBool(); }
void Settings::setBudgetNotices(bool on) { m_store.setValue(BudgetNoticesKey, on); }

Settings::AutoSync Settings::autoSync() const {
    AutoSync choice;
    choice.on = m_store.value(AutoSyncKey, choice.on).toBool();
    choice.minutes = std::clamp(m_store.value(AutoSyncMinutesKey, choice.minutes).toInt(), 1, MostMinutes);
    return choice;
}

void Settings::setAutoSync(const AutoSync& choice) {
    m_store.setValue(AutoSyncKey, choice.on);
    m_store.setValue(AutoSyncMinutesKey, std::clamp(choice.minutes, 1, MostMinutes));
}

QString Settings::proxy() const { return m_store.value(ProxyKey).toString(); }
void Settings::setProxy(const QString& address) { m_store.setValue(ProxyKey, address); }

bool Settings::replacesNames() const { return m_store.value(ReplacesNamesKey, false).toBool(); }

void Settings::setReplacesNames(bool replaces) { m_store.setValue(ReplacesNamesKey, replaces); }

CsvOptions Settings::csv() const {
    CsvOptions options;
    const QString separator = m_store.value(SeparatorKey).toString();
    if (separator == QLatin1String("semicolon")) options.separator = ';';
    if (separator == QLatin1String("tab")) options.separator = '\t';
    if (m_store.value(DecimalKey).toBool()) options.decimalPoint = ',';
    options.byteOrderMark = m_store.value(MarkKey).toBool();
    options.unixLineEnds = m_store.value(LineEndKey).toBool();
    return options;
}

void Settings::setCsv(const CsvOptions& options) {
    m_store.setValue(SeparatorKey, options.separator == ';'    ? QStringLiteral("semicolon")
                                   : options.separator == '\t' ? QStringLiteral("tab")
                                                               : QStringLiteral("comma"));
    m_store.setValue(DecimalKey, options.decimalPoint == ',');
    m_store.setValue(MarkKey, options.byteOrderMark);
    m_store.setValue(LineEndKey, options.unixLineEnds);
}

}  // namespace tokenledger
