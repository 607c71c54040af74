#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the system says was wrong with a file, in both languages.
///
/// The C library has words of its own, in the language of the process only.
enum SystemProblem {
  /// Words for a value of `errno`; one without words is told by its number.
  static func words(_ code: Int32) -> LocalizedText {
    switch code {
    case EACCES, EPERM: LocalizedText("permission denied", "accès refusé")
    case EIO: LocalizedText("the device gave an error", "le périphérique a donné une erreur")
    case ELOOP: LocalizedText("too many links", "trop de liens")
    case ENAMETOOLONG: LocalizedText("the path is too long", "le chemin est trop long")
    case EMFILE, ENFILE: LocalizedText("too many open files", "trop de fichiers ouverts")
    case ENOMEM: LocalizedText("memory ran out", "la mémoire est épuisée")
    case ENOSPC: LocalizedText("the disk is full", "le disque est plein")
    case EDQUOT: LocalizedText("the disk quota is used up", "le quota de disque est épuisé")
    case EROFS:
      LocalizedText("the file system is read-only", "le système de fichiers est en lecture seule")
    case EISDIR: LocalizedText("it is a folder", "c’est un dossier")
    case ENOENT: LocalizedText("it does not exist", "il n’existe pas")
    case EEXIST: LocalizedText("it exists already", "il existe déjà")
    case EBUSY, ETXTBSY: LocalizedText("it is in use", "il est en cours d’utilisation")
    case ESTALE: LocalizedText("the network drive has lost it", "le lecteur réseau l’a perdu")
    default: LocalizedText("system error \(code)", "erreur \(code) du système")
    }
  }
}
