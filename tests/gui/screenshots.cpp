// tokenledger_screenshots FOLDER [WIDTHxHEIGHT]: a picture of every page of the sample organization, light and dark,
// from the real window. Ends with 1 and says why when a page has nothing to show. See packaging/screenshots/make.
#include "tests/gui/samplewindow.h"

#include <QApplication>
#include <QDir>
#include <QSignalSpy>
#include <QTest>
#include <QTextStream>

#include <utility>

using namespace tokenledger;

namespace {

constexpr QSize UsualSize(1440, 900);

int complain(const QString& sentence) {
    QTextStream(stderr) << "tokenledger_screenshots: " << sentence << Qt::endl;
    return 1;
}

/// A page without anything on it has one colour in its middle.
bool isBlank(const QImage& picture) {
    const QRgb first = picture.pixel(picture.width() / 2, picture.height() / 4);
    for (int y = picture.height() / 4; y < picture.height() / 2; ++y) {
        for (int x = picture.width() / 4; x < picture.width(); ++x) {
            if (picture.pixel(x, y) != first) return false;
        }
    }
    return true;
}

/// Layouts within layouts take several rounds of the event loop.
QImage stillPicture(QWidget& window) {
    QImage picture;
    const bool still = QTest::qWaitFor([&window, &picture] {
        const QImage before = std::exchange(picture, window.grab().toImage());
        return before == picture;
    });
    return still ? picture : QImage();
}

int takePictures(const QDir& folder, QSize size) {
    test::GuiHome home;
    Look look(ThemeChoice::Light);
    MainWindow window(home.services, look);
    window.resize(size);
    window.show();
    window.openSample();
    QSignalSpy synced(&window.controller(), &SessionController::syncFinished);
    if (!synced.wait(test::SamplePatience))
        return complain(QStringLiteral("the sample organization was not fetched in time."));
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        look.setChoice(theme);
        for (const PageInfo& page : pageList()) {
            if (!test::showSettled(window, page.id))
                return complain(page.name + QStringLiteral(" was not drawn in time."));
            const QImage picture = stillPicture(window);
            if (picture.isNull()) return complain(page.name + QStringLiteral(" does not come to rest."));
            if (isBlank(picture)) return complain(page.name + QStringLiteral(" is blank."));
            const QString name = QString(page.icon) + (theme == ThemeChoice::Light ? u"-light.png" : u"-dark.png");
            if (!picture.save(folder.filePath(name))) return complain(name + QStringLiteral(" was not written."));
            QTextStream(stdout) << folder.filePath(name) << Qt::endl;
        }
    }
    return 0;
}

}  // namespace

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QStringList size = arguments.value(2).split(u'x');
    if (arguments.size() < 2 || arguments.size() > 3 || (arguments.size() == 3 && size.size() != 2)) {
        return complain(QStringLiteral("tokenledger_screenshots FOLDER [WIDTHxHEIGHT]"));
    }
    const QDir folder(arguments.at(1));
    if (!folder.mkpath(QStringLiteral("."))) return complain(folder.path() + QStringLiteral(" cannot be made."));
    return takePictures(folder, arguments.size() == 3 ? QSize(size[0].toInt(), size[1].toInt()) : UsualSize);
}
