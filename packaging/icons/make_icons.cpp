// Draws the application's icon in every size that a platform wants, from its one SVG:
//   make_icons ICON.svg FOLDER SIZE...   FOLDER/SIZE.png for each, and FOLDER/canter.ico or
//                                        canter.icns where this Qt writes them
#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QSvgRenderer>
#include <cstdio>

namespace {

QImage draw(QSvgRenderer& icon, int size) {
  QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  icon.render(&painter);
  return image;
}

bool save(const QImage& image, const QString& path) {
  QImageWriter writer(path);
  if (writer.write(image)) return true;
  std::fprintf(stderr, "cannot write %s: %s\n", qUtf8Printable(path),
               qUtf8Printable(writer.errorString()));
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() < 4) {
    std::fputs("usage: make_icons ICON.svg FOLDER SIZE...\n", stderr);
    return 2;
  }
  QSvgRenderer icon(arguments[1]);
  const QDir folder(arguments[2]);
  if (!icon.isValid() || !folder.mkpath(QStringLiteral("."))) {
    std::fprintf(stderr, "cannot draw %s into %s\n", qUtf8Printable(arguments[1]),
                 qUtf8Printable(arguments[2]));
    return 1;
  }
  for (const QString& size : arguments.mid(3))
    if (!save(draw(icon, size.toInt()), folder.filePath(size + QStringLiteral(".png")))) return 1;
  for (const char* format : {"ico", "icns"}) {
    const QString path = folder.filePath(QStringLiteral("canter.") + QLatin1String(format));
    const int size = format[2] == 'o' ? 256 : 1024;
    if (QImageWriter::supportedImageFormats().contains(format) && !save(draw(icon, size), path))
      return 1;
  }
  return 0;
}
