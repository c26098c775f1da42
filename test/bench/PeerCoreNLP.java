/*
 * PeerCoreNLP.java
 *		Reads articles with Stanford CoreNLP and prints what that took: see
 *		test/bench/peers.
 *
 *	java -cp CLASSPATH PeerCoreNLP.java WARM FILE
 *
 * Quotations are attributed to speakers, with all that this needs.  Articles
 * in FILE end with a NUL; the first WARM of them are read before the clock
 * starts, so that what Java compiles is compiled.
 */
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

class PeerCoreNLP
{
	private static String peakMemory() throws Exception
	{
		return Files.readString(Path.of("/proc/self/status"))
				.replaceAll("(?s).*VmHWM:\\s*(\\d+) kB.*", "$1");
	}

	public static void main(String[] arguments) throws Exception
	{
		int warm = Integer.parseInt(arguments[0]);
		String[] texts = Files.readString(Path.of(arguments[1])).split("\0");
		Properties properties = new Properties();
		properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote");
		properties.setProperty("threads", "1");
		StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
		long start = 0;
		int found = 0;

		for (int i = 0; i < texts.length; i++)
		{
			if (i == warm)
			{
				start = System.nanoTime();
				found = 0;
			}
			CoreDocument document = new CoreDocument(texts[i]);
			pipeline.annotate(document);
			found += document.quotes().size();
		}
		System.out.printf("%.3f\t%s\t%d%n", (System.nanoTime() - start) / 1e9, peakMemory(), found);
	}
}
